"""Limits and preconditions that moto does not have.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
"""

import json
import re

import callers
import trust
from answers import Refusal

TRUST, ROLE_INLINE, USER_INLINE, MANAGED, ATTACHED, NAME = 2048, 10240, 2048, 6144, 10, 64


def size(document):
    # White space does not count.
    return len(re.sub(r"\s", "", document))


def exceeded(what):
    return Refusal("LimitExceeded", what, 409)


def see_trust(call, document, account):
    if size(document) > TRUST:
        raise exceeded(f"Cannot exceed quota for ACLSizePerRole: {TRUST}")
    try:
        statements = trust.listed(json.loads(document)["Statement"])
    except (ValueError, KeyError, TypeError):
        raise Refusal("MalformedPolicyDocument", "This policy contains invalid Json")
    for statement in statements:
        principal = statement.get("Principal", {})
        for arn in trust.listed(principal.get("AWS", [])) if isinstance(principal, dict) else []:
            if ":role/" in arn and not callers.role_named(arn):
                raise Refusal("MalformedPolicyDocument", f'Invalid principal in policy: "AWS":"{arn}"')


def create_role(call, account):
    name = call.get("RoleName")
    if len(name) > NAME or not re.fullmatch(r"[\w+=,.@-]+", name):
        raise Refusal("ValidationError", f"1 validation error detected: Value '{name}' at 'roleName' failed to satisfy "
                      f"constraint: Member must have length less than or equal to {NAME}")
    if any(role.name.lower() == name.lower() for role in callers.iam(account).get_roles()):
        raise Refusal("EntityAlreadyExists", f"Role with name {name} already exists.", 409)
    see_trust(call, call.get("AssumeRolePolicyDocument"), account)


def update_assume_role_policy(call, account):
    see_trust(call, call.get("PolicyDocument"), account)


def role_of(call, account):
    name = call.get("RoleName")
    return next((role for role in callers.iam(account).get_roles() if role.name == name), None)


def put_role_policy(call, account):
    role = role_of(call, account)
    others = sum(size(text) for name, text in role.policies.items() if name != call.get("PolicyName")) if role else 0
    if others + size(call.get("PolicyDocument")) > ROLE_INLINE:
        raise exceeded(f"Maximum policy size of {ROLE_INLINE} bytes exceeded for role {call.get('RoleName')}")


def attach_role_policy(call, account):
    role = role_of(call, account)
    if role and call.get("PolicyArn") not in role.managed_policies and len(role.managed_policies) >= ATTACHED:
        raise exceeded(f"Cannot exceed quota for PoliciesPerRole: {ATTACHED}")


def put_user_policy(call, account):
    user = callers.iam(account).users.get(call.get("UserName"))
    others = sum(size(text) for name, text in user.policies.items() if name != call.get("PolicyName")) if user else 0
    if others + size(call.get("PolicyDocument")) > USER_INLINE:
        raise exceeded(f"Maximum policy size of {USER_INLINE} bytes exceeded for user {call.get('UserName')}")


def create_policy(call, account):
    if size(call.get("PolicyDocument")) > MANAGED:
        raise exceeded(f"Cannot exceed quota for PolicySize: {MANAGED}")


def delete_user(call, account):
    backend = callers.iam(account)
    user = backend.users.get(call.get("UserName"))
    if not user:
        return
    for hinders, first in (
            (user.access_keys, "delete access keys"), (user.password, "delete login profile"),
            (user.mfa_devices, "delete MFA device"), (user.ssh_public_keys, "delete SSH public keys"),
            (user.signing_certificates, "delete signing certificates"),
            (any(user in group.users for group in backend.groups.values()), "remove users from group"),
            (user.managed_policies, "detach all policies"), (user.policies, "delete policies")):
        if hinders:
            raise Refusal("DeleteConflict", f"Cannot delete entity, must {first} first.", 409)


CHECKS = {
    "CreateRole": create_role, "UpdateAssumeRolePolicy": update_assume_role_policy, "PutRolePolicy": put_role_policy,
    "AttachRolePolicy": attach_role_policy, "PutUserPolicy": put_user_policy, "CreatePolicy": create_policy,
    "CreatePolicyVersion": create_policy, "DeleteUser": delete_user,
}


def see(call, account):
    """Refuses what IAM would."""
    check = CHECKS.get(call.operation)
    if check and call.service == "iam":
        check(call, account)
