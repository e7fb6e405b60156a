"""schema.py SCHEMA LINES: whether every line is as the schema says, and no longer when a member is missing, added or of another type."""

import copy
import json
import sys

from jsonschema.validators import validator_for

schema = json.load(open(sys.argv[1], encoding="utf-8"))
kind = validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)


def changes(value, path=()):
    """The value with one thing wrong, for everything that can be wrong."""
    if isinstance(value, dict):
        yield path + ("+",), {**value, "unknown": 1}
        for name in value:
            yield path + (name, "-"), {key: other for key, other in value.items() if key != name}
            for where, changed in changes(value[name], path + (name,)):
                yield where, {**value, name: changed}
    elif isinstance(value, list):
        for index, element in enumerate(value):
            for where, changed in changes(element, path + (index,)):
                yield where, value[:index] + [changed] + value[index + 1 :]
    else:
        yield path, [value]


# What may be left out: the hash of an answer that nobody kept, and the lease of what was done without keyshift.
OPTIONAL = {("event", "detail", "claim"), ("event", "key"), ("event", "step")}
for number, line in enumerate(open(sys.argv[2], encoding="ascii"), 1):
    value = json.loads(line)
    for error in validator.iter_errors(value):
        print(number, "/".join(map(str, error.absolute_path)), error.message[:300])
    for where, changed in changes(copy.deepcopy(value)):
        if where[-1] == "-" and where[:-1] in OPTIONAL and not value["event"]["kind"].startswith(("step", "claim", "key", "gate", "approval")):
            continue
        if validator.is_valid(changed):
            print(number, value["event"]["kind"], "/".join(map(str, where)), "is not noticed")
