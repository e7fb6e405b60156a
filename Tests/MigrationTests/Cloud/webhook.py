"""Injects identities into Pods of a real API server as the webhook of EKS does, told by the cloud who is associated. OURS.

https://github.com/aws/amazon-eks-pod-identity-webhook
"""

import base64
import copy
import csv
import json

REGION = "us-east-1"
PREFIX = "eks.amazonaws.com/"
IRSA_MOUNT = "/var/run/secrets/eks.amazonaws.com/serviceaccount"
POD_MOUNT, POD_TOKEN = "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount", "eks-pod-identity-token"
SKIP_LABEL = PREFIX + "skip-pod-identity-webhook"


def injected(pod, annotations, is_associated):
    """The Pod as it is admitted; unchanged where nothing is to be injected."""
    role, spec = annotations.get(PREFIX + "role-arn"), pod["spec"]
    if is_associated:
        audience, mount, file, volume = "pods.eks.amazonaws.com", POD_MOUNT, POD_TOKEN, POD_TOKEN
        variables = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
                     "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": f"{mount}/{file}"}
    elif role:
        audience, mount, file, volume = (
            annotations.get(PREFIX + "audience", "sts.amazonaws.com"), IRSA_MOUNT, "token", "aws-iam-token")
        variables = {"AWS_ROLE_ARN": role, "AWS_WEB_IDENTITY_TOKEN_FILE": f"{mount}/{file}"}
    else:
        return pod
    pod = copy.deepcopy(pod)
    spec, metadata = pod["spec"], pod.get("metadata", {})
    skipped = next(csv.reader([metadata.get("annotations", {}).get(PREFIX + "skip-containers", "")]), [])
    for container in spec.get("initContainers", []) + spec["containers"]:
        if container["name"] not in [name.strip() for name in skipped]:
            inject(container, variables, volume, mount)
    volumes = spec.setdefault("volumes", [])
    if all(each["name"] != volume for each in volumes):
        volumes.append({"name": volume, "projected": {"sources": [{"serviceAccountToken": {
            "audience": audience, "expirationSeconds": 86400, "path": file}}]}})
    return pod


def inject(container, variables, volume, mount):
    # Only names in `env` count; what `envFrom` brings is not looked at, and is overridden.
    env, mounts = container.setdefault("env", []), container.setdefault("volumeMounts", [])
    named = {entry["name"] for entry in env}
    region = {} if named & {"AWS_REGION", "AWS_DEFAULT_REGION"} else {"AWS_DEFAULT_REGION": REGION, "AWS_REGION": REGION}
    endpoints = {} if "AWS_STS_REGIONAL_ENDPOINTS" in named else {"AWS_STS_REGIONAL_ENDPOINTS": "regional"}
    # One of the two that is there keeps both away.
    added = endpoints | region | ({} if named & set(variables) else variables)
    env += [{"name": name, "value": value} for name, value in added.items()]
    if all(each["name"] != volume for each in mounts):
        mounts.append({"name": volume, "mountPath": mount, "readOnly": True})


def reviewed(review, annotations_of, is_associated):
    """The answer to an AdmissionReview."""
    request = review["request"]
    pod, account = request["object"], request["object"]["spec"].get("serviceAccountName", "default")
    answer = {"uid": request["uid"], "allowed": True}
    if SKIP_LABEL not in pod.get("metadata", {}).get("labels", {}):
        new = injected(pod, annotations_of(request["namespace"], account), is_associated(request["namespace"], account))
        if new is not pod:
            patch = json.dumps([{"op": "replace", "path": "/spec", "value": new["spec"]}])
            answer |= {"patchType": "JSONPatch", "patch": base64.b64encode(patch.encode()).decode()}
    return {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": answer}


def configuration(client):
    """What registers it, as on EKS: a Pod is admitted as it is when nobody answers."""
    return {
        "apiVersion": "admissionregistration.k8s.io/v1", "kind": "MutatingWebhookConfiguration",
        "metadata": {"name": "pod-identity-webhook"}, "webhooks": [{
            "name": "pod-identity-webhook.amazonaws.com", "clientConfig": client, "failurePolicy": "Ignore",
            "sideEffects": "None", "admissionReviewVersions": ["v1"], "timeoutSeconds": 10,
            "rules": [{"apiGroups": [""], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["pods"]}]}]}
