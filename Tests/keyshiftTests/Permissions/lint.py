"""Checks policies with parliament, https://github.com/duo-labs/parliament.

Prints what is graver than LOW, one finding per line; ends with 1 if there is any. Without arguments it says whether it can.
"""

import json
import sys

import parliament

GRAVE = ("MEDIUM", "HIGH", "CRITICAL")
# Keys of a resource, which count for every action on it and are not listed with the actions:
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
OF_RESOURCES = ("kms:ResourceAliases",)


def required_types(action):
    """How many types of resources an action knows."""
    prefix, name = action.split(":")
    return max(
        (sum(kind["resource_type"].endswith("*") for kind in privilege["resource_types"])
         for service in parliament.iam_definition if service["prefix"] == prefix
         for privilege in service["privileges"] if privilege["privilege"].lower() == name.lower()), default=0)


def is_mistaken(finding):
    """parliament wants a resource of every type that an action knows, and IAM one of any."""
    if finding.issue == "RESOURCE_MISMATCH":
        missing = [detail["action"] for detail in finding.detail]
        return all(missing.count(action) < required_types(action) for action in missing)
    if finding.issue == "UNKNOWN_CONDITION_FOR_ACTION":
        return any(key in str(finding.detail) for key in OF_RESOURCES)
    return False


def findings(path):
    with open(path) as file:
        analysis = parliament.analyze_policy_string(file.read())
    for finding in analysis.findings:
        finding = parliament.enhance_finding(finding)
        if finding.severity in GRAVE and not is_mistaken(finding):
            yield f"{path}: {finding.severity} {finding.issue} {json.dumps(finding.detail, default=str)}"


found = [line for path in sys.argv[1:] for line in findings(path)]
print("\n".join(found))
sys.exit(1 if found else 0)
