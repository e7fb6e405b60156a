"""Stands in for the scheduler and the kubelets of a test cluster.

Pods are bound to a node object and reported as Running and Ready (those of Jobs as Succeeded), so that rollouts end and
deletions finish. No container ever runs.
"""

import http.client
import json
import ssl
import threading
import time
import urllib.error
import urllib.request

NODE = "node-0"
MERGE = "application/strategic-merge-patch+json"
CONDITIONS = ("PodScheduled", "Initialized", "ContainersReady", "Ready")


def timestamp():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class Client:
    """Speaks JSON with the API server, as the administrator."""

    def __init__(self, server, token):
        self.server, self.token = server, token
        self.context = ssl.create_default_context()
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE

    def call(self, method, path, body=None, content_type="application/json"):
        request = urllib.request.Request(
            self.server + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + self.token, "Content-Type": content_type})
        with urllib.request.urlopen(request, context=self.context, timeout=10) as response:
            return response.read()

    def get(self, path):
        return json.loads(self.call("GET", path))


class Node(threading.Thread):
    """Plays the node until `stopped` is set."""

    def __init__(self, client, stopped):
        super().__init__(daemon=True)
        self.client, self.stopped = client, stopped

    def run(self):
        registered = False
        while not self.stopped.wait(0.25):
            try:
                if not registered:
                    self.register()
                    registered = True
                for pod in self.client.get("/api/v1/pods")["items"]:
                    self.advance(pod)
            except (OSError, KeyError, ValueError, http.client.HTTPException):
                # Another client changed or removed the Pod in between, or the server stopped: the next round sees it.
                continue

    def register(self):
        labels = {"kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64"}
        try:
            self.client.call("POST", "/api/v1/nodes", {
                "apiVersion": "v1", "kind": "Node", "metadata": {"name": NODE, "labels": labels}})
        except urllib.error.HTTPError as error:
            if error.code != 409:
                raise
        ready = {"type": "Ready", "status": "True", "reason": "StandIn", "message": "",
                 "lastHeartbeatTime": timestamp(), "lastTransitionTime": timestamp()}
        self.client.call("PATCH", f"/api/v1/nodes/{NODE}/status", {"status": {"conditions": [ready]}}, MERGE)

    def advance(self, pod):
        metadata, status = pod["metadata"], pod.get("status", {})
        path = f"/api/v1/namespaces/{metadata['namespace']}/pods/{metadata['name']}"
        if metadata.get("deletionTimestamp"):
            self.client.call("DELETE", path + "?gracePeriodSeconds=0")
        elif not pod["spec"].get("nodeName"):
            self.client.call("POST", path + "/binding", {
                "apiVersion": "v1", "kind": "Binding", "metadata": {"name": metadata["name"]},
                "target": {"kind": "Node", "name": NODE}})
        elif status.get("phase") == "Pending":
            self.client.call("PATCH", path + "/status", {"status": self.finished_status(pod)}, MERGE)

    @staticmethod
    def finished_status(pod):
        ends = any(owner["kind"] == "Job" for owner in pod["metadata"].get("ownerReferences", []))
        now = timestamp()
        if ends:
            state = {"terminated": {"exitCode": 0, "reason": "Completed", "startedAt": now, "finishedAt": now}}
        else:
            state = {"running": {"startedAt": now}}
        conditions = [
            {"type": name, "status": "False" if ends and name.endswith("eady") else "True", "lastTransitionTime": now}
            for name in CONDITIONS]
        containers = [
            {"name": container["name"], "image": container["image"], "imageID": "", "ready": not ends,
             "restartCount": 0, "started": not ends, "state": state}
            for container in pod["spec"]["containers"]]
        return {"phase": "Succeeded" if ends else "Running", "startTime": now, "podIP": "10.1.0.1",
                "conditions": conditions, "containerStatuses": containers}
