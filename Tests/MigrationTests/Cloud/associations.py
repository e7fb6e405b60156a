"""EKS Pod Identity associations, answered as EKS does.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html
"""

import random
import string

import callers
import clock
import trust
from answers import Refusal, structured
from moto.eks.models import eks_backends

# By id, in the order in which they were made; and the request that made each, which may come twice.
ALL, MADE_BY = {}, {}
POLICY_HELP = "Trust policy of the role provided is invalid. Follow the official documentation to resolve the issue."


def of(cluster, namespace, account):
    """The association of a ServiceAccount; `None` when there is none."""
    wanted = (cluster, namespace, account)
    return next((each for each in list(ALL.values()) if key(each) == wanted), None)


def key(association):
    return association["clusterName"], association["namespace"], association["serviceAccount"]


def answer(call, who):
    """Answers one of the five operations."""
    cluster = call.names[0]
    if cluster not in eks_backends[who.account][call.region].clusters:
        raise Refusal("ResourceNotFoundException", f"No cluster found for name: {cluster}.", 404)
    if call.operation == "ListPodIdentityAssociations":
        return structured({"associations": listed(call, cluster)})
    if call.operation == "CreatePodIdentityAssociation":
        return structured({"association": created(call, cluster, who)})
    found = ALL.get(call.names[1])
    if not found or found["clusterName"] != cluster:
        raise Refusal("ResourceNotFoundException", f"Association not found: {call.names[1]}", 404)
    if call.operation == "DeletePodIdentityAssociation":
        del ALL[call.names[1]]
    elif call.operation == "UpdatePodIdentityAssociation":
        if call.get("roleArn"):
            see_role(call.get("roleArn"), who.account)
        found.update({name: call.get(name) for name in ("roleArn", "targetRoleArn", "disableSessionTags")
                      if name in call.parameters}, modifiedAt=seconds())
    return structured({"association": found})


def listed(call, cluster):
    summary = ("clusterName", "namespace", "serviceAccount", "associationArn", "associationId")
    return [{name: each[name] for name in summary} for each in list(ALL.values())
            if each["clusterName"] == cluster
            and call.get("namespace", each["namespace"]) == each["namespace"]
            and call.get("serviceAccount", each["serviceAccount"]) == each["serviceAccount"]]


def created(call, cluster, who):
    known = of(cluster, call.get("namespace"), call.get("serviceAccount"))
    if known and MADE_BY[known["associationId"]] == call.get("clientRequestToken"):
        return known
    if known:
        raise Refusal("ResourceInUseException", f"Association already exists: {known['associationId']}", 409)
    see_role(call.get("roleArn"), who.account)
    name = "a-" + "".join(random.choices(string.ascii_lowercase + string.digits, k=17))
    arn = f"arn:aws:eks:{call.region}:{who.account}:podidentityassociation/{cluster}/{name}"
    ALL[name] = {
        "clusterName": cluster, "namespace": call.get("namespace"), "serviceAccount": call.get("serviceAccount"),
        "roleArn": call.get("roleArn"), "associationArn": arn, "associationId": name, "tags": call.get("tags", {}),
        "createdAt": seconds(), "modifiedAt": seconds(),
        "disableSessionTags": call.get("disableSessionTags", False),
        **({"targetRoleArn": call.get("targetRoleArn"), "externalId": f"{call.region}/{who.account}/{cluster}/"
            f"{call.get('namespace')}/{call.get('serviceAccount')}"} if call.get("targetRoleArn") else {})}
    MADE_BY[name] = call.get("clientRequestToken")
    return ALL[name]


def see_role(arn, account):
    role = callers.role_named(arn)
    if not role or role.account_id != account:
        raise Refusal("InvalidParameterException", "Role provided in the request does not exist")
    if not trust.allows(role.assume_role_policy_document, ["sts:AssumeRole"], "Service", {"pods.eks.amazonaws.com"}, {}):
        # Conditions on tags are judged when it is taken; here only who is trusted counts.
        if "pods.eks.amazonaws.com" not in role.assume_role_policy_document:
            raise Refusal("InvalidParameterException", POLICY_HELP)


def seconds():
    return (clock.now() - clock.EPOCH).total_seconds()
