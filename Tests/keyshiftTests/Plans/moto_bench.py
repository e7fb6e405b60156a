"""An AWS of moto for tests of Terraform and of calls: serves it, and looks into it.

    moto_bench.py serve | seed USER… | state KEY USER | users | policy
"""

import json
import os
import sys


def add_empty_list():
    """OURS: moto has no service-specific credentials, and does not say so; here nobody has any."""
    from moto.iam.responses import IamResponse
    IamResponse.list_service_specific_credentials = lambda response: (
        '<ListServiceSpecificCredentialsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">'
        "<ListServiceSpecificCredentialsResult><ServiceSpecificCredentials/></ListServiceSpecificCredentialsResult>"
        "</ListServiceSpecificCredentialsResponse>")


def serve():
    from moto.server import ThreadedMotoServer
    add_empty_list()
    # Port 0 lets the system choose one that is free; it listens when it is printed.
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    print("http://127.0.0.1:%d" % server.get_host_and_port()[1], flush=True)
    # Whoever started it holds the other end, and may end without a word.
    sys.stdin.read()
    os._exit(0)


def iam():
    import boto3
    return boto3.client("iam", endpoint_url=os.environ["MOTO_ENDPOINT"])


def policy():
    client = iam()
    for known in client.list_policies(Scope="Local")["Policies"]:
        return known["Arn"]
    document = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::fixture/*"}]}
    return client.create_policy(PolicyName="fixture", PolicyDocument=json.dumps(document))["Policy"]["Arn"]


def seed(*users):
    client = iam()
    for user in users:
        client.create_user(UserName=user)
        print(client.create_access_key(UserName=user)["AccessKey"]["AccessKeyId"])
    client.attach_user_policy(UserName=users[0], PolicyArn=policy())


def state(key, user):
    states = {each["AccessKeyId"]: each["Status"]
              for each in iam().list_access_keys(UserName=user)["AccessKeyMetadata"]}
    print(states.get(key, "gone"))


def users():
    for user in sorted(each["UserName"] for each in iam().list_users()["Users"]):
        print(user)


command, *rest = sys.argv[1:]
result = {"serve": serve, "seed": seed, "state": state, "users": users, "policy": policy}[command](*rest)
if result:
    print(result)
