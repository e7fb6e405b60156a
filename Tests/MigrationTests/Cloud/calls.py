"""One request to the cloud, read: which operation of which service, with what, signed by which key."""

import io
import json
import re
from urllib.parse import parse_qsl, unquote

CREDENTIAL = re.compile(r"Credential=([^/,\s]+)/(\d+)/([^/]+)/([^/]+)/aws4_request")
PATHS = [
    ("eks", "POST", "/clusters/([^/]+)/pod-identity-associations", "CreatePodIdentityAssociation"),
    ("eks", "GET", "/clusters/([^/]+)/pod-identity-associations", "ListPodIdentityAssociations"),
    ("eks", "GET", "/clusters/([^/]+)/pod-identity-associations/([^/]+)", "DescribePodIdentityAssociation"),
    ("eks", "POST", "/clusters/([^/]+)/pod-identity-associations/([^/]+)", "UpdatePodIdentityAssociation"),
    ("eks", "DELETE", "/clusters/([^/]+)/pod-identity-associations/([^/]+)", "DeletePodIdentityAssociation"),
    ("eks", "GET", "/clusters/([^/]+)", "DescribeCluster"),
    ("eks-auth", "POST", "/clusters/([^/]+)/assume-role-for-pod-identity", "AssumeRoleForPodIdentity"),
]
UNSIGNED = {"AssumeRoleWithWebIdentity": "sts", "AssumeRoleForPodIdentity": "eks-auth"}
# What may be written down of a request; everything else may hold a secret.
LOGGED = ("UserName", "RoleName", "RoleArn", "AccessKeyId", "Status", "PolicyName", "PolicyArn", "namespace",
          "serviceAccount")


class Call:
    """A request; its body stays readable for moto."""

    def __init__(self, environ):
        self.environ, self.method, self.path = environ, environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/")
        self.body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(self.body)
        scope = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        self.key, self.date, self.region, self.service = scope.groups() if scope else ("", "", "us-east-1", "")
        self.parameters, self.names, self.operation = {}, (), ""
        self.read_operation()

    def read_operation(self):
        query = dict(parse_qsl(self.environ.get("QUERY_STRING", ""), keep_blank_values=True))
        if self.environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
            query |= dict(parse_qsl(self.body.decode(), keep_blank_values=True))
        self.parameters = query
        if "Action" in query:
            self.operation = query["Action"]
        for service, method, pattern, operation in PATHS:
            match = re.fullmatch(pattern, self.path)
            if match and method == self.method and self.service in (service, ""):
                self.operation, self.service = operation, service
                self.names = tuple(unquote(name) for name in match.groups())
                self.parameters = query | (json.loads(self.body) if self.body else {})
        self.service = self.service or UNSIGNED.get(self.operation, "")

    def get(self, name, otherwise=""):
        return self.parameters.get(name, otherwise)

    def logged(self):
        return {name: self.parameters[name] for name in LOGGED if name in self.parameters}
