"""How credentials of roles are had: moto gives them to anybody, so each request is judged first.

https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_auth_AssumeRoleForPodIdentity.html
"""

import associations
import callers
import clock
import tokens
import trust
from answers import Refusal, structured
from moto.eks.models import eks_backends
from moto.sts.models import sts_backends

PODS = "pods.eks.amazonaws.com"
# Older sessions are forgotten, so that a long test does not search through all of them.
KEPT_SESSIONS = 2000


def provider_of(account, issuer):
    host = issuer.removeprefix("https://")
    arn = f"arn:aws:iam::{account}:oidc-provider/{host}"
    return next((each for each in callers.iam(account).open_id_providers.values() if each.arn == arn), None)


def web_identity(call):
    """Judges AssumeRoleWithWebIdentity; moto then gives the credentials."""
    arn, denied = call.get("RoleArn"), Refusal(
        "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403)
    try:
        claims = tokens.verified(call.get("WebIdentityToken"))
    except tokens.TokenProblem as problem:
        if str(problem) == "expired":
            raise Refusal("ExpiredTokenException", "Token expired")
        raise Refusal("InvalidIdentityToken", f"The ID token provided is not valid: {problem}")
    account = callers.ACCOUNT.match(arn)
    if not account:
        raise denied
    provider = provider_of(account[1], claims["iss"])
    if not provider:
        raise Refusal("InvalidIdentityToken", f"No OpenIDConnect provider found in your account for {claims['iss']}")
    if not set(tokens.audiences(claims)) & set(provider.client_id_list):
        raise Refusal("InvalidIdentityToken", "Incorrect token audience")
    role, host = callers.role_named(arn), claims["iss"].removeprefix("https://")
    context = {host + ":sub": claims["sub"], host + ":aud": tokens.audiences(claims)}
    if not role or not trust.allows(role.assume_role_policy_document, ["sts:AssumeRoleWithWebIdentity"], "Federated",
                                    {provider.arn}, context):
        raise denied
    forget_old(account[1])


def assume_role(call, who):
    """Judges AssumeRole; moto then gives the credentials."""
    role = callers.role_named(call.get("RoleArn"))
    if not role or not may_take(role, who.role or who.arn, who.account, {
            **({"sts:ExternalId": call.get("ExternalId")} if call.get("ExternalId") else {}), "aws:PrincipalArn": who.arn}):
        raise Refusal("AccessDenied", f"User: {who.arn} is not authorized to perform: sts:AssumeRole on resource: "
                      f"{call.get('RoleArn')}", 403)
    forget_old(role.account_id)


def may_take(role, principal, account, context, actions=("sts:AssumeRole",)):
    names = {principal, account, f"arn:aws:iam::{account}:root"}
    return trust.allows(role.assume_role_policy_document, list(actions), "AWS", names, context)


def pod_identity(call):
    """Answers AssumeRoleForPodIdentity."""
    cluster = call.names[0]
    claims, account = pod_claims(call.get("token"), cluster)
    _, _, namespace, name = claims["sub"].split(":")
    found = associations.of(cluster, namespace, name)
    if not found:
        raise Refusal("ResourceNotFoundException", "No pod identity association was found for the service account.", 404)
    role, tags = callers.role_named(found["roleArn"]), {
        "aws:RequestTag/kubernetes-namespace": namespace, "aws:RequestTag/kubernetes-service-account": name,
        "aws:RequestTag/eks-cluster-name": cluster, "aws:SourceAccount": account}
    actions = ["sts:AssumeRole"] + ([] if found.get("disableSessionTags") else ["sts:TagSession"])
    if not role or not trust.allows(role.assume_role_policy_document, actions, "Service", {PODS}, tags):
        raise Refusal("AccessDeniedException", "Unauthorized Exception! EKS does not have permissions to assume the "
                      "associated role.", 403)
    if found.get("targetRoleArn"):
        target = callers.role_named(found["targetRoleArn"])
        if not target or not may_take(target, role.arn, role.account_id, {
                "sts:ExternalId": found["externalId"], **tags}, actions):
            raise Refusal("AccessDeniedException", "The associated role may not assume the target role.", 403)
        role = target
    return structured(session(role, cluster, found, namespace, name))


def pod_claims(token, cluster):
    try:
        claims = tokens.verified(token)
    except tokens.TokenProblem as problem:
        if str(problem) == "expired":
            raise Refusal("ExpiredTokenException", "The token included in the request is expired.", 400)
        raise Refusal("InvalidTokenException", f"The token included in the request is not valid: {problem}", 400)
    if PODS not in tokens.audiences(claims):
        raise Refusal("InvalidTokenException", "The token included in the request has another audience.", 400)
    for account in list(eks_backends):
        for region in list(eks_backends[account]):
            known = eks_backends[account][region].clusters.get(cluster)
            if known and known.identity["oidc"]["issuer"] == claims["iss"]:
                return claims, account
    raise Refusal("InvalidTokenException", "The token included in the request is of another cluster.", 400)


def session(role, cluster, found, namespace, name):
    backend = sts_backends[role.account_id]["aws"]
    given = backend.assume_role("us-east-1", f"eks-{cluster[:10]}-{name[:10]}", role.arn, None, 21600, None)
    forget_old(role.account_id)
    return {
        "subject": {"namespace": namespace, "serviceAccount": name}, "audience": PODS,
        "podIdentityAssociation": {key: found[key] for key in ("associationArn", "associationId")},
        "assumedRoleUser": {"arn": given.arn, "assumeRoleId": given.user_id},
        "credentials": {
            "accessKeyId": given.access_key_id, "secretAccessKey": given.secret_access_key,
            "sessionToken": given.session_token, "expiration": (given.expiration - clock.EPOCH).total_seconds()}}


def forget_old(account):
    sessions = sts_backends[account]["aws"].assumed_roles
    for old in sessions[:-KEPT_SESSIONS]:
        callers.iam(account).access_keys.pop(old.access_key_id, None)
    del sessions[:-KEPT_SESSIONS]
