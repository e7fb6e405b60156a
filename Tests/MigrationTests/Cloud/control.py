"""The part of the address space that is for tests: `/keyshift/…`, JSON in and out."""

import json
import threading

import clock
import cluster_time
import faults
import world

LOCK = threading.Lock()
# Every request without what may be secret in it.
REQUESTS = []
# What workloads report of the credentials that they use; see workloads.py.
USES = {"uses": 0, "failures": [], "identities": {}}


def log(call, status):
    with LOCK:
        REQUESTS.append({"time": clock.now().isoformat(), "caller": call.key, "service": call.service,
                         "operation": call.operation, "status": status, **call.logged()})


def report(uses):
    """Takes what workloads report: each use with Pod, source, who AWS says it is, and the error."""
    with LOCK:
        for use in uses:
            USES["uses"] += 1
            if use.get("error"):
                USES["failures"].append(use)
            else:
                USES["identities"].setdefault(use["workload"], {})[use["arn"]] = use["pod"]
    return {}


def forget(_):
    with LOCK:
        REQUESTS.clear()
        USES.update(uses=0, failures=[], identities={})
    return {}


def empty(_):
    world.empty()
    faults.replace([])
    return forget(None)


def requests(_):
    with LOCK:
        return list(REQUESTS)


def uses(_):
    with LOCK:
        return json.loads(json.dumps(USES))


ACTIONS = {
    ("POST", "seed"): lambda body: world.fill(body) or {},
    ("GET", "world"): lambda body: world.told(),
    ("GET", "clusters"): lambda body: world.clusters(),
    ("POST", "reset"): empty,
    ("POST", "clock"): lambda body: clock.set_to(body["now"]) or {},
    ("GET", "clock"): lambda body: {"now": clock.now().isoformat(timespec="milliseconds") + "Z"},
    ("POST", "faults"): lambda body: faults.replace(body) or {},
    ("GET", "faults"): lambda body: faults.counts(),
    ("GET", "requests"): requests,
    ("POST", "cluster"): lambda body: {"server": cluster_time.serve(body["server"], body["token"])},
    ("POST", "away"): lambda body: cluster_time.away.set() or {},
    ("POST", "back"): lambda body: cluster_time.away.clear() or {},
    ("POST", "forget"): forget,
    ("POST", "uses"): report,
    ("GET", "uses"): uses,
}


def answer(call):
    """Status, headers and body."""
    action = ACTIONS.get((call.method, call.path.removeprefix("/keyshift/")))
    if not action:
        return 404, [], b"no such thing"
    result = action(json.loads(call.body) if call.body else None)
    return 200, [("Content-Type", "application/json")], json.dumps(result).encode()
