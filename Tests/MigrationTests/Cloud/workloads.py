#!/usr/bin/env python3
"""What happens in the Pods of a test cluster, where no container runs: they use their AWS credentials. OURS.

    workloads.py KUBECONFIG ENDPOINT NAMESPACE…    prints READY; runs until standard input ends

It serves the webhook of webhook.py to the real API server. And for each Pod that runs, again and again, it asks the cloud
who it is, with exactly what that Pod has: the key of its environment as it was when the Pod started, that of a file as its
Secret has it, or a token that the API server issues for its ServiceAccount, exchanged for the role. Where SDKs differ in
the order in which they look, each of their choices has to work. Every use is reported to the cloud, and each that fails is
a service without working credentials.
"""

import contextlib
import http.client
import json
import os
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.error
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../KubernetesHarness/scripts"))
import yaml  # noqa: E402
import node  # noqa: E402  (of the harness: the client of the API server)
import webhook  # noqa: E402
from pods import Pod  # noqa: E402
from uses import Cloud  # noqa: E402

PAUSE = 0.4


class Client(node.Client):
    """The harness's client, which also asks for tokens; see
    https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/."""

    def issue(self, namespace, account, audience, pod, uid):
        body = {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {
            "audiences": [audience], "expirationSeconds": 3600,
            "boundObjectRef": {"apiVersion": "v1", "kind": "Pod", "name": pod, "uid": uid}}}
        path = f"/api/v1/namespaces/{namespace}/serviceaccounts/{account}/token"
        return json.loads(self.call("POST", path, body))["status"]["token"]


def client(kubeconfig):
    with open(kubeconfig) as file:
        content = yaml.safe_load(file)
    return Client(content["clusters"][0]["cluster"]["server"], content["users"][0]["user"]["token"])


def handler(api, cloud):
    def annotations(namespace, account):
        with contextlib.suppress(OSError):
            found = api.get(f"/api/v1/namespaces/{namespace}/serviceaccounts/{account}")
            return found["metadata"].get("annotations", {})
        return {}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            review = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = json.dumps(webhook.reviewed(review, annotations, cloud.is_associated)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *arguments):
            pass

    return Handler


def serve_webhook(api, cloud, folder):
    """Serves it on loopback with a certificate of its own, and registers it."""
    key, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "certificate.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "1",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(api, cloud))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(certificate, "rb") as file:
        bundle = webhook.base64.b64encode(file.read()).decode()
    path = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations"
    api.call("POST", path, webhook.configuration({
        "url": f"https://127.0.0.1:{server.server_port}/mutate", "caBundle": bundle}))


class Kubelets(threading.Thread):
    """Looks at the Pods of some namespaces, and uses their credentials."""

    def __init__(self, api, cloud, namespaces):
        super().__init__(daemon=True)
        self.api, self.cloud, self.namespaces, self.pods = api, cloud, namespaces, {}

    def run(self):
        while True:
            for namespace in self.namespaces:
                # A server that does not answer says nothing about the Pods, which go on.
                with contextlib.suppress(OSError, KeyError, ValueError, http.client.HTTPException):
                    self.look(namespace)
            threading.Event().wait(PAUSE)

    def look(self, namespace):
        found = self.api.get(f"/api/v1/namespaces/{namespace}/pods")["items"]
        present = {each["metadata"]["uid"] for each in found}
        for uid in [uid for uid, pod in self.pods.items() if pod.namespace == namespace and uid not in present]:
            del self.pods[uid]
        reports = []
        for each in found:
            if each["metadata"].get("deletionTimestamp") or each.get("status", {}).get("phase") not in (
                    "Running", "Succeeded"):
                continue
            uid = each["metadata"]["uid"]
            starts = uid not in self.pods
            pod = self.pods.setdefault(uid, Pod(self.api, each)) if starts else self.pods[uid]
            # One that has ended has used them once.
            if starts or each["status"]["phase"] == "Running":
                with contextlib.suppress(OSError, http.client.HTTPException):
                    reports += self.counted(pod, pod.uses(self.cloud))
        self.cloud.report(reports)

    def counted(self, pod, reports):
        """The reports; without failures of a Pod that has been stopped meanwhile."""
        if any("error" in each for each in reports):
            try:
                now = self.api.get(f"/api/v1/namespaces/{pod.namespace}/pods/{pod.name}")
            except urllib.error.HTTPError:
                return []
            if now["metadata"]["uid"] != pod.uid or now["metadata"].get("deletionTimestamp"):
                return []
        return reports


def main():
    kubeconfig, endpoint, *namespaces = sys.argv[1:]
    api, cloud = client(kubeconfig), Cloud(endpoint)
    with tempfile.TemporaryDirectory(prefix="keyshift-workloads-") as folder:
        serve_webhook(api, cloud, folder)
        Kubelets(api, cloud, namespaces).start()
        print("READY", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
