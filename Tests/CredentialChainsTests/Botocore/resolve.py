"""Asks the real botocore what it finds in containers.

resolve.py CASES: reads a JSON list of {"files": {PATH: TEXT}, "environments": [{NAME: TEXT}]}; `{root}` in texts and paths is
the root of the container. Prints a JSON list, for each environment {"method": the provider, or null, "error": the class, or
null, "proof": what the service behind it was shown, or null}.
resolve.py can: whether the library is there.

Nothing leaves the process: the services (STS, the container endpoint, the node) are played by objects in here; all that
decides which of them is asked is the library's own.
"""

import importlib.util
import json
import os
import pathlib
import sys
import tempfile

if importlib.util.find_spec("botocore") is None:
    sys.exit(2)

import botocore.credentials
import botocore.httpsession
import botocore.loaders
import botocore.session

EXPIRY = "2099-01-01T00:00:00Z"
KEYS = {"AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "synthetic", "Token": "synthetic", "Expiration": EXPIRY}
LOADER = botocore.loaders.create_loader()
asked = []


class Answer:
    status_code = 200
    headers = {}

    def __init__(self, text):
        self.text = text
        self.content = text.encode()


class Transport:
    """Plays the container endpoint and the metadata service."""

    def __init__(self, *arguments, **options):
        pass

    def send(self, request):
        path = request.url.split("//", 1)[1].partition("/")[2]
        if path == "latest/api/token":
            return Answer("token")
        if path == "latest/meta-data/iam/security-credentials/":
            return Answer("node")
        if not path.startswith("latest/"):
            asked.append(request.url)
        return Answer(json.dumps({"Code": "Success", **KEYS}))


class SecurityTokenService:
    """Plays STS: assumes every role, and remembers the token."""

    def assume_role(self, **arguments):
        return self.answer("role")

    def assume_role_with_web_identity(self, **arguments):
        return self.answer(arguments["WebIdentityToken"].strip())

    def answer(self, proof):
        asked.append(proof)
        names = {"SessionToken" if name == "Token" else name: value for name, value in KEYS.items()}
        return {"Credentials": names, "AssumedRoleUser": {"Arn": "arn:aws:sts::123456789012:assumed-role/a/b"}}


botocore.httpsession.URLLib3Session = Transport
botocore.credentials._get_client_creator = lambda session, region: lambda service, **options: SecurityTokenService()


def failing_provider(error):
    """The outermost provider that the error passed through; `session` if none."""
    trace = error.__traceback__
    while trace:
        owner = trace.tb_frame.f_locals.get("self")
        if isinstance(owner, botocore.credentials.CredentialProvider):
            return owner.METHOD
        trace = trace.tb_next
    return "session"


def answer(variables, root):
    os.environ.clear()
    os.environ.update({name: text.replace("{root}", str(root)) for name, text in variables.items()})
    asked.clear()
    # The handlers are of service clients, and cost most of the time.
    session = botocore.session.Session(include_builtin_handlers=False)
    session.register_component("data_loader", LOADER)
    try:
        credentials = session.get_credentials()
    except Exception as error:
        return {"method": failing_provider(error), "error": type(error).__name__}
    if credentials is None:
        return {"method": None}
    try:
        credentials.get_frozen_credentials()
    except Exception as error:
        return {"method": credentials.method, "error": type(error).__name__}
    return {"method": credentials.method, "proof": asked[-1] if asked else None}


def write(files, root):
    for path, text in files.items():
        file = pathlib.Path(path.replace("{root}", str(root)))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("{root}", str(root)))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            root = pathlib.Path(folder, str(number))
            write(case["files"], root)
            answers += [answer(variables, root) for variables in case["environments"]]
    json.dump(answers, sys.stdout)


if sys.argv[1] != "can":
    main()
