"""One Pod as its containers see it: environment, files and tokens."""

import base64
import configparser
import contextlib
import urllib.error

ENV, IDENTITY, FILE, CONTAINER = "env", "web-identity", "file", "container"
# Orders in which SDKs look; see Sources/CredentialChains. A Pod has to work with each of them.
ORDERS = ((ENV, IDENTITY, FILE, CONTAINER), (ENV, FILE, CONTAINER, IDENTITY), (IDENTITY, FILE, ENV, CONTAINER))


class Unstartable(Exception):
    """A kubelet would not start the container."""


class Pod:
    """Remembers what is fixed when containers start."""

    def __init__(self, api, manifest):
        self.api, self.spec, metadata = api, manifest["spec"], manifest["metadata"]
        self.namespace, self.name, self.uid = metadata["namespace"], metadata["name"], metadata["uid"]
        self.workload, self.files, self.problem, self.environments = workload(metadata), {}, None, {}
        try:
            self.environments = {each["name"]: self.environment(each) for each in self.spec["containers"]}
            for volume in self.spec.get("volumes", []):
                self.content(volume)
        except Unstartable as problem:
            self.problem = str(problem)

    def data(self, kind, name, optional):
        try:
            found = self.api.get(f"/api/v1/namespaces/{self.namespace}/{kind}/{name}").get("data", {})
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            if optional:
                return {}
            raise Unstartable(f"there is no {kind} {name}")
        return {key: base64.b64decode(value).decode(errors="replace") if kind == "secrets" else value
                for key, value in found.items()}

    def environment(self, container):
        result = {}
        for source in container.get("envFrom", []):
            for kind, field in (("secrets", "secretRef"), ("configmaps", "configMapRef")):
                if field in source:
                    found = self.data(kind, source[field]["name"], source[field].get("optional"))
                    result |= {source.get("prefix", "") + key: value for key, value in found.items()}
        for entry in container.get("env", []):
            value = entry.get("value", "")
            for kind, field in (("secrets", "secretKeyRef"), ("configmaps", "configMapKeyRef")):
                if field in entry.get("valueFrom", {}):
                    wanted = entry["valueFrom"][field]
                    found = self.data(kind, wanted["name"], wanted.get("optional"))
                    if wanted["key"] not in found and not wanted.get("optional"):
                        raise Unstartable(f"{wanted['name']} has no {wanted['key']}")
                    value = found.get(wanted["key"])
            if value is not None:
                result[entry["name"]] = value
        return result

    def content(self, volume):
        """The files of a volume; what was there stays when the Secret goes, as kubelets have it."""
        if "secret" not in volume:
            return {}
        name, started = volume["secret"]["secretName"], volume["name"] in self.files
        with contextlib.suppress(Unstartable) if started else contextlib.nullcontext():
            self.files[volume["name"]] = self.data("secrets", name, volume["secret"].get("optional"))
        return self.files.get(volume["name"], {})

    def profile(self, container, environment):
        """The key of the default profile in a mounted credentials file; `None` when there is none."""
        wanted = environment.get("AWS_SHARED_CREDENTIALS_FILE", "/root/.aws/credentials")
        volumes = {each["name"]: each for each in self.spec.get("volumes", [])}
        for mount in container.get("volumeMounts", []):
            for key, text in self.content(volumes.get(mount["name"], {"name": ""})).items():
                path = mount["mountPath"] if mount.get("subPath") else f"{mount['mountPath']}/{key}"
                if path == wanted:
                    parser = configparser.RawConfigParser()
                    parser.read_string(text)
                    if parser.has_option("default", "aws_access_key_id"):
                        return (parser["default"]["aws_access_key_id"], parser["default"]["aws_secret_access_key"])
        return None

    def sources(self, container):
        """What the container has, by kind: a pair of key and secret, a role, or nothing to say about an association."""
        environment = self.environments[container["name"]]
        found = {}
        if "AWS_ACCESS_KEY_ID" in environment and "AWS_SECRET_ACCESS_KEY" in environment:
            found[ENV] = (environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"])
        if environment.get("AWS_ROLE_ARN") and environment.get("AWS_WEB_IDENTITY_TOKEN_FILE"):
            found[IDENTITY] = environment["AWS_ROLE_ARN"]
        if environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI"):
            found[CONTAINER] = ""
        profile = self.profile(container, environment)
        if profile:
            found[FILE] = profile
        return found

    def token(self, kind):
        """A token of the ServiceAccount for the audience that the Pod's volume asks for."""
        marker = "eks-pod-identity-token" if kind == CONTAINER else "aws-iam-token"
        volume = next(each for each in self.spec.get("volumes", []) if each["name"] == marker)
        audience = volume["projected"]["sources"][0]["serviceAccountToken"]["audience"]
        return self.api.issue(self.namespace, self.spec.get("serviceAccountName", "default"), audience, self.name, self.uid)

    def uses(self, cloud):
        """Uses whatever an SDK could choose in each container; one report for each."""
        if self.problem:
            return [self.report("none", error=self.problem)]
        reports = []
        for container in self.spec["containers"]:
            found = self.sources(container)
            for kind in sorted({next((kind for kind in order if kind in found), "none") for order in ORDERS}):
                try:
                    reports.append(self.report(kind, arn=cloud.identity(self, kind, found.get(kind))))
                except cloud.Refused as refused:
                    reports.append(self.report(kind, error=str(refused)))
        return reports

    def report(self, source, **rest):
        return {"workload": self.workload, "pod": self.name, "source": source, **rest}


def workload(metadata):
    """The owner as people name it: that of a ReplicaSet is its Deployment."""
    owner = next(iter(metadata.get("ownerReferences", [])), {"kind": "Pod", "name": metadata["name"]})
    kind, name = owner["kind"], owner["name"]
    if kind == "ReplicaSet":
        kind, name = "Deployment", name.rpartition("-")[0]
    return f"{metadata['namespace']}/{kind}/{name}"
