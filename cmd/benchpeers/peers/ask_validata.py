"""Has validata-table judge a file, by the function that its command line calls."""

import json
import sys
from importlib.metadata import version

from validata_core import resource_service, validation_service

job = json.loads(sys.argv[1])
with open(job["schema"], encoding="utf-8") as f:
    schema = json.load(f)
with open(job["path"], "rb") as f:
    resource = resource_service.from_file_content(job["path"], f.read())
stats = validation_service.validate_resource(resource, schema).to_dict()["stats"]
print(json.dumps({"rows": stats["rows_processed"], "errors": stats["errors"], "version": version("validata-table")}))
