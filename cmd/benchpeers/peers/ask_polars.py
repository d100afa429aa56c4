"""Reads a file with Polars as a stream, casts every column to its type, and counts
the rows that cannot be cast or that break a constraint of the schema."""

import json
import sys

import polars as pl

TYPES = {"integer": pl.Int64, "number": pl.Float64, "year": pl.Int16}
EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
POINT = r"\[\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*\]"
TRUE, FALSE = ["true", "True", "TRUE", "1"], ["false", "False", "FALSE", "0"]


def full(pattern):
    return f"^(?:{pattern})$"


def faults(field):
    """Expressions that are true of a row with a fault in this field."""
    raw, asked = pl.col(field["name"]), field["constraints"]
    value = raw
    if field["type"] in TYPES:
        value = raw.cast(TYPES[field["type"]], strict=False)
    elif field["type"] == "date":
        value = raw.str.to_date("%Y-%m-%d", strict=False)
    if value is not raw:
        yield value.is_null() & raw.is_not_null()
    if asked.get("required"):
        yield raw.is_null()
    if field["type"] == "boolean":
        yield ~raw.is_in(field.get("trueValues", TRUE) + field.get("falseValues", FALSE))
    if "enum" in asked:
        yield ~raw.is_in(asked["enum"])
    if "pattern" in asked:
        yield ~raw.str.contains(full(asked["pattern"]))
    if "minLength" in asked:
        yield raw.str.len_chars() < asked["minLength"]
    if "maxLength" in asked:
        yield raw.str.len_chars() > asked["maxLength"]
    if "minimum" in asked:
        yield value < asked["minimum"]
    if "maximum" in asked:
        yield value > asked["maximum"]
    if field.get("format") == "email":
        yield ~raw.str.contains(full(EMAIL))
    if field["type"] == "geopoint":
        yield ~raw.str.contains(full(POINT))


job = json.loads(sys.argv[1])
with open(job["schema"], encoding="utf-8") as f:
    schema = json.load(f)
if job["encoding"] == "utf-8":
    table = pl.scan_csv(job["path"], separator=job["delimiter"], infer_schema=False)
else:
    table = pl.read_csv(job["path"], separator=job["delimiter"], infer_schema=False, encoding=job["encoding"]).lazy()
conditions = [c.fill_null(False) for f in schema["fields"] for c in faults(f)]
wanted = [pl.len().alias("rows"), pl.any_horizontal(conditions).sum().alias("wrong")]
if key := schema.get("primaryKey"):
    wanted.append((pl.len() - pl.struct(key).n_unique()).alias("doubles"))
found = table.select(wanted).collect(engine="streaming").row(0, named=True)
errors = int(found["wrong"]) + int(found.get("doubles", 0))
print(json.dumps({"rows": found["rows"], "errors": errors, "version": pl.__version__}))
