#!/usr/bin/env python3
"""Runs a real Kubernetes API server on loopback for tests: etcd, kube-apiserver, kube-controller-manager and a stand-in
for the nodes.

    serve.py ASSETS                 prints KUBECONFIG=PATH when the server answers; runs until standard input ends,
                                    a signal comes, or the process that started it is gone
    serve.py ASSETS -- COMMAND …    runs a command against the server, then stops; the exit status is the command's

Everything it writes is in one temporary folder, which is removed at the end. The kubeconfig has two contexts: `admin`
may do everything, `restricted` nothing until RBAC objects grant something to the user `restricted`.
"""

import ctypes
import os
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import node  # noqa: E402  (after the setting that keeps the source folder clean)

PREFIX = "keyshift-kubernetes-"
START_LIMIT = 90
PR_SET_PDEATHSIG = 1


class StartError(Exception):
    """A program did not start; worth one more try, since a free port can be lost to another process."""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def die_with_parent():
    """Runs in a child: the kernel kills it when this supervisor dies, however it dies."""
    os.setpgid(0, 0)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def remove_leftovers():
    """Removes folders of supervisors that were killed before they could."""
    for name in os.listdir(tempfile.gettempdir()):
        if not name.startswith(PREFIX):
            continue
        process = name[len(PREFIX):].split("-")[0]
        if process.isdigit() and not os.path.exists(f"/proc/{process}"):
            shutil.rmtree(os.path.join(tempfile.gettempdir(), name), ignore_errors=True)


class Server:
    def __init__(self, assets):
        self.assets = assets
        self.folder = tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")
        self.children = []
        self.node_stopped = threading.Event()
        self.kubeconfig = os.path.join(self.folder, "kubeconfig")

    def program(self, name):
        inside = os.path.join(self.assets, name)
        return inside if os.access(inside, os.X_OK) else shutil.which(name)

    def launch(self, name, *arguments):
        path = self.program(name)
        if path is None:
            raise SystemExit(f"serve.py: {name} is neither in {self.assets} nor on PATH")
        log = open(os.path.join(self.folder, name + ".log"), "wb")
        child = subprocess.Popen(
            [path, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=self.folder,
            preexec_fn=die_with_parent)
        log.close()
        self.children.append((name, child))

    def start(self):
        client, peer, secure = free_ports(3)
        self.server = f"https://127.0.0.1:{secure}"
        self.token = secrets.token_hex(16)
        self.write_credentials()
        self.launch_etcd(f"http://127.0.0.1:{client}", f"http://127.0.0.1:{peer}")
        self.launch_api_server(f"http://127.0.0.1:{client}", secure)
        administrator = node.Client(self.server, self.token)
        self.wait(lambda: administrator.call("GET", "/readyz"), "kube-apiserver")
        if self.has_controllers():
            self.launch_controllers()
            # A Pod is refused in a namespace whose default ServiceAccount does not exist yet.
            self.wait(lambda: administrator.get("/api/v1/namespaces/default/serviceaccounts/default"), "controllers")
        node.Node(administrator, self.node_stopped).start()

    def has_controllers(self):
        return self.program("kube-controller-manager") is not None

    def write_credentials(self):
        key = os.path.join(self.folder, "sa.key")
        subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, stderr=subprocess.DEVNULL)
        self.restricted = secrets.token_hex(16)
        with open(os.path.join(self.folder, "tokens.csv"), "w", opener=private) as tokens:
            tokens.write(f"{self.token},admin,admin,system:masters\n{self.restricted},restricted,restricted\n")
        with open(self.kubeconfig, "w", opener=private) as kubeconfig:
            kubeconfig.write(f"""\
apiVersion: v1
kind: Config
clusters: [{{name: test, cluster: {{server: "{self.server}", insecure-skip-tls-verify: true}}}}]
users:
- {{name: admin, user: {{token: "{self.token}"}}}}
- {{name: restricted, user: {{token: "{self.restricted}"}}}}
contexts:
- {{name: admin, context: {{cluster: test, user: admin}}}}
- {{name: restricted, context: {{cluster: test, user: restricted}}}}
current-context: admin
""")

    def launch_etcd(self, client, peer):
        self.launch(
            "etcd", "--data-dir=" + os.path.join(self.folder, "etcd"), "--listen-client-urls=" + client,
            "--advertise-client-urls=" + client, "--listen-peer-urls=" + peer, "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=default=" + peer)

    def launch_api_server(self, etcd, port):
        arguments = [
            "--etcd-servers=" + etcd, "--cert-dir=" + os.path.join(self.folder, "certificates"),
            "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1", f"--secure-port={port}",
            "--token-auth-file=tokens.csv", "--authorization-mode=RBAC", "--service-cluster-ip-range=10.0.0.0/24",
            "--allow-privileged=true", "--service-account-key-file=sa.key", "--service-account-signing-key-file=sa.key",
            "--service-account-issuer=https://oidc.example.test/id/TEST",
            "--api-audiences=https://kubernetes.default.svc"]
        if not self.has_controllers():
            # Nobody would make the ServiceAccounts that this plug-in insists on.
            arguments.append("--disable-admission-plugins=ServiceAccount")
        self.launch("kube-apiserver", *arguments)

    def launch_controllers(self):
        arguments = [
            "--kubeconfig=" + self.kubeconfig, "--secure-port=0", "--use-service-account-credentials=false",
            "--service-account-private-key-file=sa.key", "--leader-elect=false",
            # The stand-in does not report itself again: its Pods would not be ready any more after this time.
            "--node-monitor-grace-period=24h"]
        program = self.program("kube-controller-manager")
        version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
        if int(version.strip().split(".")[1]) < 24:
            # Its second, insecure port would clash with another server's on the same machine.
            arguments.append("--port=0")
        self.launch("kube-controller-manager", *arguments)

    def wait(self, condition, name):
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            dead = next((name for name, child in self.children if child.poll() is not None), None)
            if dead:
                raise StartError(f"{dead} ended: {self.last_lines(dead)}")
            try:
                return condition()
            except (OSError, ValueError):
                time.sleep(0.1)
        raise StartError(f"{name} did not answer within {START_LIMIT} s")

    def last_lines(self, name):
        with open(os.path.join(self.folder, name + ".log"), errors="replace") as log:
            return "".join(log.readlines()[-5:])

    def stop(self):
        self.node_stopped.set()
        for _, child in reversed(self.children):
            child.kill()
            child.wait()
        self.children = []
        shutil.rmtree(self.folder, ignore_errors=True)


def private(path, flags):
    return os.open(path, flags, 0o600)


def started(assets):
    for attempt in (1, 2):
        server = Server(assets)
        try:
            server.start()
            return server
        except StartError as error:
            server.stop()
            if attempt == 2:
                raise SystemExit(f"serve.py: {error}")
        except BaseException:
            server.stop()
            raise


def wait_for_end(parent):
    """Returns when standard input ends or the process that started this one is gone."""
    while os.getppid() == parent:
        readable, _, _ = select.select([0], [], [], 0.5)
        if readable and not os.read(0, 4096):
            return


def main():
    if len(sys.argv) < 2 or (len(sys.argv) > 2 and sys.argv[2] != "--"):
        raise SystemExit(__doc__)
    parent, command = os.getppid(), sys.argv[3:]
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, frame: sys.exit(128 + received))
    remove_leftovers()
    server = started(os.path.abspath(sys.argv[1]))
    try:
        if command:
            return subprocess.run(command, env={**os.environ, "KUBECONFIG": server.kubeconfig}).returncode
        print("KUBECONFIG=" + server.kubeconfig, flush=True)
        wait_for_end(parent)
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
