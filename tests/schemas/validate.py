"""Holds files to their schemas: each line of the list that is given names a kind, a schema and a file."""

import json
import sys

import jsonschema
import xmlschema


def errors(kind, schema, file):
    if kind == "xml":
        return [str(error.reason) for error in xmlschema.XMLSchema(schema).iter_errors(file)]
    with open(schema, encoding="utf-8") as text:
        known = json.load(text)
    validator = jsonschema.validators.validator_for(known)
    validator.check_schema(known)
    with open(file, encoding="utf-8") as text:
        instances = [json.loads(line) for line in text] if kind == "lines" else [json.load(text)]
    held = validator(known, format_checker=validator.FORMAT_CHECKER)
    # A schema that takes anything proves nothing.
    wrong = [{"never": 1}] if isinstance(instances[0], list) else {"never": 1}
    loose = [] if any(held.iter_errors(wrong)) else ["the schema takes anything"]
    return loose + [f"{error.json_path}: {error.message[:300]}" for one in instances for error in held.iter_errors(one)]


def main():
    failed = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            kind, schema, file = line.rstrip("\n").split("\t")
            for error in errors(kind, schema, file):
                failed += 1
                print(f"{file} ({schema}): {error}")
    return 1 if failed else 0


sys.exit(main())
