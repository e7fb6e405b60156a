"""What is in the cloud: filled from what a test says, and told in a form that can be compared."""

import associations
import callers
import clock
import tokens
from moto.eks.models import eks_backends
from moto.iam.models import AccessKey, iam_backends


def fill(seed):
    """Fills the cloud; what is there stays.

    `{"accounts": {ID: {"users": {NAME: {"keys": {KEY: SECRET}, "policies": {NAME: DOCUMENT}}}, "providers": [ISSUER],
    "clusters": {NAME: {"region", "issuer"}}}}, "issuers": {ISSUER: JWKS}}`
    """
    tokens.ISSUERS.update({issuer: keys["keys"] for issuer, keys in seed.get("issuers", {}).items()})
    for account, parts in seed.get("accounts", {}).items():
        for name, user in parts.get("users", {}).items():
            fill_user(account, name, user)
        for issuer in parts.get("providers", []):
            callers.iam(account).create_open_id_connect_provider(issuer, [], ["sts.amazonaws.com"], [])
        for name, cluster in parts.get("clusters", {}).items():
            role = f"arn:aws:iam::{account}:role/{name}-cluster"
            made = eks_backends[account][cluster["region"]].create_cluster(name, role, {})
            made.identity["oidc"]["issuer"] = cluster["issuer"]


def fill_user(account, name, user):
    backend = callers.iam(account)
    made = backend.users.get(name) or backend.create_user("us-east-1", name)
    made.policies.update(user.get("policies", {}))
    for key_id, secret in user.get("keys", {}).items():
        key = AccessKey(name, prefix="AKIA", account_id=account)
        # moto makes ids up; those of fixtures are given.
        key.access_key_id, key.secret_access_key = key_id, secret
        made.access_keys.append(key)
        backend.access_keys[key_id] = key


def clusters():
    """The names of all clusters."""
    return [name for account in eks_backends.values() for region in account.values() for name in region.clusters]


def empty():
    """Takes everything away, the time included."""
    import moto.backends
    for name in ("iam", "sts", "eks"):
        moto.backends.get_backend(name).reset()
    associations.ALL.clear()
    tokens.ISSUERS.clear()
    clock.offset = 0.0
    clock.HISTORY.clear()


def told():
    """What is in it, without secrets, times and made-up ids."""
    return {account: {
        "users": {user.name: {
            "keys": {key.access_key_id: key.status for key in user.access_keys}, "policies": sorted(user.policies),
            "attached": sorted(user.managed_policies)} for user in callers.iam(account).users.values()},
        "roles": {role.name: {
            "trust": role.assume_role_policy_document, "policies": dict(sorted(role.policies.items())),
            "attached": sorted(role.managed_policies)} for role in callers.iam(account).get_roles()},
        "policies": sorted(arn for arn in callers.iam(account).managed_policies if f"::{account}:" in arn),
        "providers": sorted(callers.iam(account).open_id_providers),
        "associations": {"/".join(associations.key(each)): each["roleArn"] for each in list(associations.ALL.values())
                         if f":{account}:" in each["associationArn"]},
    } for account in sorted(iam_backends)}
