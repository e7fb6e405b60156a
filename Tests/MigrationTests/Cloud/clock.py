"""The time of the cloud: that of the machine, moved by what a test says."""

import datetime
import sys
import time

offset = 0.0
# Every move: when it was by the machine's clock, and how far the time is moved since.
HISTORY = []
EPOCH = datetime.datetime(1970, 1, 1)


def now():
    """The time as moto wants it: UTC, without a zone."""
    return datetime.datetime.fromtimestamp(time.time() + offset, datetime.timezone.utc).replace(tzinfo=None)


def set_to(text):
    """Sets the clock to a time of RFC 3339, from which it goes on."""
    global offset
    offset = datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() - time.time()
    HISTORY.append((time.time(), offset))


def install():
    """Gives this clock to every module of moto that has taken the other one."""
    for name, module in list(sys.modules.items()):
        if name.startswith("moto.") and hasattr(module, "utcnow"):
            module.utcnow = now
