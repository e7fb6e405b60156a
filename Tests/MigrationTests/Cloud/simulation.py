"""SimulatePrincipalPolicy: what the identity policies of a user or role allow, without conditions, boundaries and SCPs.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
"""

import json
import re
from xml.sax.saxutils import escape

import callers
import trust
from answers import Refusal, xml


def members(call, name):
    numbered = [(int(match[1]), value) for key, value in call.parameters.items()
                if (match := re.fullmatch(rf"{name}\.member\.(\d+)", key))]
    return [value for _, value in sorted(numbered)]


def answer(call):
    """Answers with one result for each pair of action and resource."""
    results = "".join(
        f"<member><EvalActionName>{escape(action)}</EvalActionName><EvalResourceName>{escape(resource)}</EvalResourceName>"
        f"<EvalDecision>{decision(documents(call.get('PolicySourceArn')), action, resource)}</EvalDecision>"
        "<MatchedStatements/><MissingContextValues/></member>"
        for action in members(call, "ActionNames") for resource in members(call, "ResourceArns") or ["*"])
    return xml("iam", call.operation, f"<IsTruncated>false</IsTruncated><EvaluationResults>{results}</EvaluationResults>")


def documents(arn):
    account = callers.ACCOUNT.match(arn)
    backend = callers.iam(account[1]) if account else None
    users = list(backend.users.values()) if backend else []
    found = callers.role_named(arn) or next((user for user in users if user.arn == arn), None)
    if not found:
        raise Refusal("NoSuchEntity", f"The entity {arn} cannot be found.", 404)
    holders = [found] + [group for group in backend.groups.values() if found in group.users]
    return [text for each in holders for text in list(each.policies.values())
            + [policy.document for policy in each.managed_policies.values()]]


def decision(texts, action, resource):
    effects = {statement["Effect"] for text in texts for statement in trust.listed(json.loads(text)["Statement"])
               if any(trust.like(each.lower(), action.lower()) for each in trust.listed(statement.get("Action", [])))
               and any(trust.like(each, resource) for each in trust.listed(statement.get("Resource", [])))}
    return "explicitDeny" if "Deny" in effects else "allowed" if "Allow" in effects else "implicitDeny"
