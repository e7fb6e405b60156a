"""Answers in the two forms that AWS has: XML for IAM and STS, JSON for EKS."""

import json
from xml.sax.saxutils import escape

NAMESPACES = {"iam": "https://iam.amazonaws.com/doc/2010-05-08/", "sts": "https://sts.amazonaws.com/doc/2011-06-15/"}
REQUEST = "00000000-0000-0000-0000-000000000000"


class Refusal(Exception):
    """An error of AWS."""

    def __init__(self, code, message, status=400):
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


def refused(service, refusal):
    """Status, headers and body of an error."""
    if service in NAMESPACES:
        kind = "Receiver" if refusal.status >= 500 else "Sender"
        return refusal.status, [("Content-Type", "text/xml")], (
            f'<ErrorResponse xmlns="{NAMESPACES[service]}"><Error><Type>{kind}</Type><Code>{refusal.code}</Code>'
            f"<Message>{escape(refusal.message)}</Message></Error><RequestId>{REQUEST}</RequestId></ErrorResponse>").encode()
    return refusal.status, [("Content-Type", "application/json"), ("x-amzn-ErrorType", refusal.code)], json.dumps(
        {"message": refusal.message}).encode()


def structured(value):
    """Status, headers and body of a result as JSON."""
    return 200, [("Content-Type", "application/json")], json.dumps(value).encode()


def xml(service, operation, inner):
    """Status, headers and body of a result as XML."""
    return 200, [("Content-Type", "text/xml")], (
        f'<{operation}Response xmlns="{NAMESPACES[service]}"><{operation}Result>{inner}</{operation}Result>'
        f"<ResponseMetadata><RequestId>{REQUEST}</RequestId></ResponseMetadata></{operation}Response>").encode()
