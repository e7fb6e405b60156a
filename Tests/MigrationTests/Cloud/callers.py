"""Who makes a request, and whether their credentials work: moto itself answers whoever asks.

Error codes: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
"""

import re

import clock
import signature
from answers import Refusal
from moto.iam.models import iam_backends
from moto.sts.models import sts_backends

ACCOUNT = re.compile(r"arn:aws[a-z-]*:iam::(\d{12}):")


class Caller:
    """A user, or a session of a role."""

    def __init__(self, key, account, arn, role="", user="", token=""):
        self.key, self.account, self.arn, self.role, self.user, self.token = key, account, arn, role, user, token


def iam(account):
    return iam_backends[account]["aws"]


def role_named(arn):
    """The role with this ARN; `None` when there is none."""
    account = ACCOUNT.match(arn)
    if not account or account[1] not in iam_backends:
        return None
    return next((role for role in iam(account[1]).get_roles() if role.arn == arn), None)


def unknown(service):
    if service in ("iam", "sts"):
        return Refusal("InvalidClientTokenId", "The security token included in the request is invalid.", 403)
    return Refusal("UnrecognizedClientException", "The security token included in the request is invalid.", 403)


def user_of(call):
    for account in list(iam_backends):
        user = iam(account).get_user_from_access_key_id(call.key)
        if user:
            key = user.get_access_key_by_id(call.key)
            return (key, Caller(call.key, account, user.arn, user=user.name)) if key.status == "Active" else None
    return None


def session_of(call):
    for account in list(sts_backends):
        for role in reversed(sts_backends[account]["aws"].assumed_roles):
            if role.access_key_id == call.key:
                return role, Caller(call.key, account, role.arn, role=role.role_arn, token=role.session_token)
    return None


def caller(call):
    """Who signed a request; refuses it where AWS would."""
    if not call.key:
        raise Refusal("MissingAuthenticationToken", "Request is missing Authentication Token", 403)
    found = user_of(call) or session_of(call)
    if not found:
        raise unknown(call.service)
    credential, who = found
    if who.token:
        if call.environ.get("HTTP_X_AMZ_SECURITY_TOKEN") != who.token or not role_named(who.role):
            raise unknown(call.service)
        if credential.expiration <= clock.now():
            name = "ExpiredToken" if call.service in ("iam", "sts") else "ExpiredTokenException"
            raise Refusal(name, "The security token included in the request is expired", 403)
    if not signature.holds(call, credential.secret_access_key):
        name = "SignatureDoesNotMatch" if call.service in ("iam", "sts") else "InvalidSignatureException"
        raise Refusal(name, "The request signature we calculated does not match the signature you provided.", 403)
    return who
