"""Whether a request is signed with the secret half of its key.

https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
"""

import hmac
import re

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

FIELDS = re.compile(r"SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)")


def holds(call, secret):
    """Signs the request once more, with what was signed of it, and compares."""
    fields = FIELDS.search(call.environ.get("HTTP_AUTHORIZATION", ""))
    if not fields:
        return False
    environ = call.environ
    url = f"http://{environ['HTTP_HOST']}{environ.get('RAW_URI') or environ['PATH_INFO']}"
    if "?" not in url and environ.get("QUERY_STRING"):
        url += "?" + environ["QUERY_STRING"]
    request = AWSRequest(method=call.method, url=url, data=call.body)
    for name in fields[1].split(";"):
        key = name.upper().replace("-", "_")
        value = environ.get(key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + key, "")
        request.headers[name] = value
    if environ.get("HTTP_X_AMZ_CONTENT_SHA256"):
        request.headers["X-Amz-Content-SHA256"] = environ["HTTP_X_AMZ_CONTENT_SHA256"]
    request.context["timestamp"] = environ.get("HTTP_X_AMZ_DATE", "")
    signer = SigV4Auth(Credentials("", secret), call.service, call.region)
    # The scope is of the key of the request, which the signer only copies into its text.
    expected = signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
    return hmac.compare_digest(expected, fields[2])
