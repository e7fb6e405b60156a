"""Tokens of ServiceAccounts, checked with the keys that the API server publishes.

https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery
"""

import base64
import json
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

# The published keys by issuer: what AWS would fetch from the issuer's address.
ISSUERS = {}


class TokenProblem(Exception):
    """Why a token is not taken: `unreadable`, `issuer`, `signature` or `expired`."""


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def verified(token):
    """The claims of a token whose signature and time hold."""
    try:
        head, payload, mark = token.split(".")
        header, claims = json.loads(decoded(head)), json.loads(decoded(payload))
        issuer, expiry = claims["iss"], claims["exp"]
    except (ValueError, KeyError, TypeError):
        raise TokenProblem("unreadable")
    if issuer not in ISSUERS:
        raise TokenProblem("issuer")
    if not any(signed(key, head + "." + payload, mark) for key in ISSUERS[issuer] if key["kid"] == header.get("kid")):
        raise TokenProblem("signature")
    # The API server's clock is the machine's, whatever the cloud's is.
    if expiry <= time.time():
        raise TokenProblem("expired")
    return claims


def signed(key, text, mark):
    numbers = rsa.RSAPublicNumbers(int.from_bytes(decoded(key["e"]), "big"), int.from_bytes(decoded(key["n"]), "big"))
    try:
        numbers.public_key().verify(decoded(mark), text.encode(), padding.PKCS1v15(), SHA256())
        return True
    except (InvalidSignature, ValueError):
        return False


def audiences(claims):
    value = claims.get("aud", [])
    return [value] if isinstance(value, str) else value
