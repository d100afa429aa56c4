"""Has frictionless judge a file: every error is counted, none is left out."""

import json
import sys

import frictionless
from frictionless import Dialect, Resource, Schema, formats, system

job = json.loads(sys.argv[1])
with open(job["schema"], encoding="utf-8") as f:
    schema = Schema.from_descriptor(json.load(f))
control = formats.CsvControl(delimiter=job["delimiter"])
with system.use_context(trusted=True):
    resource = Resource(
        path=job["path"], schema=schema, encoding=job["encoding"], dialect=Dialect(controls=[control])
    )
    report = resource.validate(limit_errors=10**9)
task = report.tasks[0]
print(json.dumps({"rows": task.stats["rows"], "errors": report.stats["errors"], "version": frictionless.__version__}))
