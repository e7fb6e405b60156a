"""Whether a trust policy lets somebody take a role.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import fnmatch
import json


def listed(value):
    return value if isinstance(value, list) else [value]


def like(pattern, value):
    # fnmatch knows [sets], IAM does not.
    return fnmatch.fnmatchcase(value, pattern.replace("[", "[[]"))


OPERATORS = {
    "StringEquals": lambda wanted, value: wanted == value,
    "StringNotEquals": lambda wanted, value: wanted != value,
    "StringEqualsIgnoreCase": lambda wanted, value: wanted.lower() == value.lower(),
    "StringLike": like, "ArnEquals": like, "ArnLike": like,
}


def holds(conditions, context):
    """Whether every condition holds; one that is not known here does not."""
    context = {name.lower(): listed(value) for name, value in context.items()}
    for name, tests in conditions.items():
        plain = name.removesuffix("IfExists")
        if plain not in OPERATORS:
            return False
        for key, wanted in tests.items():
            values = context.get(key.lower())
            if values is None:
                if name == plain and plain != "StringNotEquals":
                    return False
                continue
            matches = [OPERATORS[plain](text, value) for text in listed(wanted) for value in values]
            if not (all(matches) if plain == "StringNotEquals" else any(matches)):
                return False
    return True


def names(principal, kind, values):
    if principal == "*":
        return True
    return any(entry == "*" or entry in values for entry in listed(principal.get(kind, [])))


def matches(statement, actions, kind, values, context):
    acts = all(any(like(pattern.lower(), action.lower()) for pattern in listed(statement.get("Action", [])))
               for action in actions)
    return acts and names(statement.get("Principal", {}), kind, values) and holds(statement.get("Condition", {}), context)


def allows(document, actions, kind, values, context):
    """Whether the document allows all of the actions to a principal that goes by any of these values, and none denies it."""
    statements = listed(json.loads(document).get("Statement", []))
    denied = any(each["Effect"] == "Deny" and matches(each, [action], kind, values, context)
                 for each in statements for action in actions)
    return not denied and all(
        any(each["Effect"] == "Allow" and matches(each, [action], kind, values, context) for each in statements)
        for action in actions)
