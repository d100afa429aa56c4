"""Reads a file with DuckDB, every column in its type, and counts the rows that
cannot be read so or that break a constraint of the schema, in one query."""

import json
import sys

import duckdb

TYPES = {"integer": "BIGINT", "number": "DOUBLE", "date": "DATE", "year": "SMALLINT", "boolean": "BOOLEAN"}
EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
POINT = r"\[\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*\]"


def quote(text):
    return "'" + str(text).replace("'", "''") + "'"


def name(field):
    return '"' + field["name"].replace('"', '""') + '"'


def words(field):
    """The values that are allowed, where there are few, or None."""
    if field["type"] == "boolean" and "trueValues" in field:
        return field["trueValues"] + field["falseValues"]
    return field["constraints"].get("enum")


def typed(field):
    return "VARCHAR" if words(field) else TYPES.get(field["type"], "VARCHAR")


def faults(field):
    """SQL conditions that a row with a fault in this field meets."""
    c, asked = name(field), field["constraints"]
    if asked.get("required"):
        yield f"{c} IS NULL"
    if words(field):
        yield f"{c} NOT IN ({', '.join(map(quote, words(field)))})"
    if "pattern" in asked:
        yield f"NOT regexp_full_match({c}, {quote(asked['pattern'])})"
    if "minLength" in asked:
        yield f"length({c}) < {asked['minLength']}"
    if "maxLength" in asked:
        yield f"length({c}) > {asked['maxLength']}"
    if "minimum" in asked:
        yield f"{c} < {asked['minimum']}"
    if "maximum" in asked:
        yield f"{c} > {asked['maximum']}"
    if field.get("format") == "email":
        yield f"NOT regexp_full_match({c}, {quote(EMAIL)})"
    if field["type"] == "geopoint":
        yield f"NOT regexp_full_match({c}, {quote(POINT)})"


job = json.loads(sys.argv[1])
with open(job["schema"], encoding="utf-8") as f:
    schema = json.load(f)
fields = schema["fields"]
columns = ", ".join(f"{quote(f['name'])}: {quote(typed(f))}" for f in fields)
# A column that nothing asks for would not be read, nor its type found wrong.
used = ", ".join(f"count({name(f)})" for f in fields)
conditions = " OR ".join(c for f in fields for c in faults(f))
unique = [name({"name": n}) for n in schema.get("primaryKey", [])]
repeated = f"count(*) - count(DISTINCT ({', '.join(unique)}))" if unique else "0"
db = duckdb.connect()
rows, wrong, doubles = db.execute(
    f"SELECT count(*), count(*) FILTER ({conditions}), {repeated}, {used} "
    f"FROM read_csv({quote(job['path'])}, columns = {{{columns}}}, auto_detect = false, header = true, "
    f"delim = {quote(job['delimiter'])}, quote = '\"', escape = '\"', new_line = '\\n', dateformat = '%Y-%m-%d', "
    f"store_rejects = true)"
).fetchall()[0][:3]
# What cannot be read is known only once all rows have been fetched.
rejected = db.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()[0]
print(json.dumps({"rows": rows + rejected, "errors": wrong + doubles + rejected, "version": duckdb.__version__}))
