"""Lists that moto does not have, of things that nobody has here: they are empty.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html
"""

import callers
from answers import Refusal, xml

LISTS = {"ListServiceSpecificCredentials": "ServiceSpecificCredentials"}


def answer(call, who):
    """Answers one of the lists, for a user that is there."""
    if call.get("UserName") not in callers.iam(who.account).users:
        raise Refusal("NoSuchEntity", f"The user with name {call.get('UserName')} cannot be found.", 404)
    return xml("iam", call.operation, f"<{LISTS[call.operation]}/>")
