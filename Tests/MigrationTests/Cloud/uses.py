"""The cloud as Pods reach it: exchanges tokens, and asks who the credentials are of."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request

import pods
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

REGION = "us-east-1"


class Cloud:
    """Speaks with the cloud; errors of AWS are `Refused`."""

    class Refused(Exception):
        """AWS said no."""

    def __init__(self, endpoint):
        self.endpoint = endpoint

    def is_associated(self, namespace, account):
        world = json.loads(self.send("GET", "/keyshift/world"))
        return any(each.endswith(f"/{namespace}/{account}") for part in world.values() for each in part["associations"])

    def report(self, uses):
        if uses:
            self.send("POST", "/keyshift/uses", json.dumps(uses))

    def identity(self, pod, kind, source):
        """The ARN that AWS knows the Pod by."""
        if kind == "none":
            raise self.Refused("there is no source of credentials: the SDK goes on to the role of the node")
        try:
            return self.asked(pod, kind, source)
        except self.Refused as refused:
            if not str(refused).startswith("ExpiredToken"):
                raise
        # A test let a day pass between exchange and use; an SDK would exchange the token again as well.
        return self.asked(pod, kind, source)

    def asked(self, pod, kind, source):
        if kind == pods.CONTAINER:
            credentials = self.associated(pod)
        elif kind == pods.IDENTITY:
            credentials = self.assumed(pod, source)
        else:
            credentials = Credentials(*source)
        answer = self.send("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", credentials, "sts")
        return re.search("<Arn>(.*?)</Arn>", answer)[1]

    def associated(self, pod):
        cluster = self.cluster()
        body = json.dumps({"token": pod.token(pods.CONTAINER)})
        given = json.loads(self.send("POST", f"/clusters/{cluster}/assume-role-for-pod-identity", body))["credentials"]
        return Credentials(given["accessKeyId"], given["secretAccessKey"], given["sessionToken"])

    def cluster(self):
        """The one cluster; Pods know it from their node."""
        return json.loads(self.send("GET", "/keyshift/clusters"))[0]

    def assumed(self, pod, role):
        form = urllib.parse.urlencode({
            "Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15", "RoleArn": role, "RoleSessionName": pod.name,
            "WebIdentityToken": pod.token(pods.IDENTITY)})
        answer = self.send("POST", "/", form)
        return Credentials(*(re.search(f"<{name}>(.*?)</{name}>", answer)[1]
                             for name in ("AccessKeyId", "SecretAccessKey", "SessionToken")))

    def send(self, method, path, body="", credentials=None, service=""):
        form = "application/json" if body.startswith(("{", "[")) else "application/x-www-form-urlencoded"
        request = AWSRequest(method, self.endpoint + path, data=body.encode(), headers={"Content-Type": form})
        if credentials:
            SigV4Auth(credentials, service, REGION).add_auth(request)
        try:
            with urllib.request.urlopen(urllib.request.Request(
                    request.url, data=body.encode() if method == "POST" else None, method=method,
                    headers=dict(request.headers.items())), timeout=20) as response:
                return response.read().decode()
        except urllib.error.HTTPError as error:
            text = error.read().decode(errors="replace")
            code = error.headers.get("x-amzn-ErrorType") or "".join(re.findall("<Code>(.*?)</Code>", text))
            raise self.Refused(f"{code}: {text[-200:]}")
