"""Makes an account in moto with the AWS CLI, and a cluster whose Deployment has the key of one of its users.

    account.py FOLDER    writes dump.json, keyshift.yaml, details.json and keys/bob.json into FOLDER
    account.py           says whether it can
"""

import base64
import json
import os
import pathlib
import subprocess
import sys

import awscli  # noqa: F401
from moto.server import ThreadedMotoServer

ACCOUNT = "123456789012"


def statement(actions, resources):
    return json.dumps({"Version": "2012-10-17",
                       "Statement": [{"Effect": "Allow", "Action": actions, "Resource": resources}]})


def aws(*words):
    done = subprocess.run([sys.executable, "-m", "awscli", "--output", "json", "iam", *words], check=True,
                          capture_output=True, text=True)
    return done.stdout


def make_account():
    """Two users, so that only the listing of keys tells whose the key is."""
    aws("create-user", "--user-name", "eve")
    aws("create-user", "--user-name", "bob")
    aws("put-user-policy", "--user-name", "bob", "--policy-name", "tables", "--policy-document",
        statement(["dynamodb:GetItem", "dynamodb:PutItem"], f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/orders"))
    aws("create-group", "--group-name", "senders")
    aws("add-user-to-group", "--group-name", "senders", "--user-name", "bob")
    aws("put-group-policy", "--group-name", "senders", "--policy-name", "queue", "--policy-document",
        statement("sqs:SendMessage", f"arn:aws:sqs:us-east-1:{ACCOUNT}:orders"))
    made = json.loads(aws("create-policy", "--policy-name", "topics", "--policy-document",
                          statement("sns:Publish", f"arn:aws:sns:us-east-1:{ACCOUNT}:old")))["Policy"]["Arn"]
    aws("create-policy-version", "--policy-arn", made, "--set-as-default", "--policy-document",
        statement("sns:Publish", f"arn:aws:sns:us-east-1:{ACCOUNT}:orders"))
    aws("attach-user-policy", "--user-name", "bob", "--policy-arn", made)
    aws("create-role", "--role-name", "audit", "--assume-role-policy-document", json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                                                 "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/bob"}}]}))
    return json.loads(aws("create-access-key", "--user-name", "bob"))["AccessKey"]


def cluster(key):
    def encoded(text):
        return base64.b64encode(text.encode()).decode()

    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "aws", "namespace": "shop"},
              "data": {"AWS_ACCESS_KEY_ID": encoded(key["AccessKeyId"]),
                       "AWS_SECRET_ACCESS_KEY": encoded(key["SecretAccessKey"])}}
    container = {"name": "app", "image": "shop/api", "env": [
        {"name": name, "valueFrom": {"secretKeyRef": {"name": "aws", "key": name}}}
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")]}
    deployment = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "api", "namespace": "shop"},
                  "spec": {"selector": {"matchLabels": {"app": "api"}}, "template": {
                      "metadata": {"labels": {"app": "api"}},
                      "spec": {"serviceAccountName": "api", "containers": [container]}}}}
    return {"apiVersion": "v1", "kind": "List", "items": [secret, deployment]}


CONFIGURATION = f"""version: 1
clusters:
  - name: prod
    platform: eks
    region: us-east-1
    account: "{ACCOUNT}"
    issuer: https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
    podIdentityAgent: true
"""


def main(folder):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update(AWS_ENDPOINT_URL=f"http://{host}:{port}", AWS_ACCESS_KEY_ID="testing",
                      AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION="us-east-1")
    try:
        key = make_account()
        (folder / "keys").mkdir()
        (folder / "details.json").write_text(aws("get-account-authorization-details"))
        (folder / "keys" / "bob.json").write_text(aws("list-access-keys", "--user-name", "bob"))
        (folder / "dump.json").write_text(json.dumps(cluster(key)))
        (folder / "keyshift.yaml").write_text(CONFIGURATION)
    finally:
        server.stop()


if len(sys.argv) > 1:
    main(pathlib.Path(sys.argv[1]))
