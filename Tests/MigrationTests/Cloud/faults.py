"""Faults that tests ask for: what a cloud and the way to it do on a bad day.

A fault is `{"kind", "operation", "caller", "skip", "times", "when", "seconds"}`: the first `skip` requests that match go
well, the next `times` (0: all) do not. `operation` and `caller` (a key id) match everything when they are left out.
Kinds: `error` (500), `throttle`, `stall` (no answer for `seconds`), `half` (an answer that breaks off), `drop` (none).
With `when` = `after` the request has been carried out before it goes wrong.
"""

import threading
import time

from answers import Refusal, refused

LOCK = threading.Lock()
WANTED = []
# Set to let go of every request that is stalled.
released = threading.Event()


def replace(faults):
    """Forgets former faults and takes these."""
    global released
    with LOCK:
        released.set()
        released = threading.Event()
        WANTED[:] = [{"skip": 0, "times": 1, "when": "before", "met": 0, "done": 0, **fault} for fault in faults]


def counts():
    """How often each fault came about."""
    with LOCK:
        return [fault["done"] for fault in WANTED]


def met(call):
    """The fault that this request meets; `None` for none."""
    with LOCK:
        for fault in WANTED:
            if fault.get("operation", call.operation) != call.operation or fault.get("caller", call.key) != call.key:
                continue
            fault["met"] += 1
            if fault["met"] > fault["skip"] and (not fault["times"] or fault["done"] < fault["times"]):
                fault["done"] += 1
                return fault
    return None


def answer(call, fault, carried_out):
    """The answer to a request that meets a fault, and how many bytes of it are sent (`None`: all)."""
    kind = fault["kind"]
    if kind == "error":
        return refused(call.service, Refusal("ServiceFailure", "An internal error occurred.", 500)), None
    if kind == "throttle":
        query = call.service in ("iam", "sts")
        name, status = ("Throttling", 400) if query else ("ThrottlingException", 429)
        return refused(call.service, Refusal(name, "Rate exceeded", status)), None
    if kind == "stall":
        released.wait(fault.get("seconds", 3600))
        return carried_out(), None
    result = carried_out()
    return result, 0 if kind == "drop" else len(result[2]) // 2
