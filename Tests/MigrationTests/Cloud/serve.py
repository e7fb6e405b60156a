#!/usr/bin/env python3
"""An AWS on loopback for tests: moto, and on top of it, in the same process, what moto leaves out.

    serve.py        prints ENDPOINT=URL when it answers; runs until standard input ends

moto (https://docs.getmoto.org) keeps users, keys, roles, policies, OIDC providers and clusters, and answers for them. OURS,
neither moto's nor AWS's, is what the files beside this one do before a request reaches it:

    signature.py, callers.py    who signed a request; refuses unknown, inactive and deleted keys and expired sessions
    tokens.py, trust.py         tokens of ServiceAccounts, against the keys of the API server that issued them; trust policies
    exchange.py                 AssumeRole, AssumeRoleWithWebIdentity, and AssumeRoleForPodIdentity, which moto does not have
    associations.py             EKS Pod Identity associations, which moto does not have
    limits.py                   limits of roles and policies, and what has to be gone before a user is deleted
    simulation.py               SimulatePrincipalPolicy, which moto does not have
    empty_lists.py              lists of what nobody has here, which moto does not have
    faults.py, clock.py         errors, delays and half answers on demand; a clock that can be moved
    cluster_time.py             a proxy before the API server, which moves its times by the same clock
    control.py, world.py        under /keyshift/: how tests fill it, look into it and ask for faults

What is still not AWS: no policy is looked at to allow or refuse a request, everything is consistent at once, there is no
CloudTrail, and conditions of trust policies know the operators that trust.py lists.
"""

import os
import sys

sys.dont_write_bytecode = True
import cloud  # noqa: E402  (after the setting that keeps the source folder clean)


def main():
    from werkzeug.serving import WSGIRequestHandler, make_server
    # Port 0 lets the system choose one that is free.
    server = make_server("127.0.0.1", 0, cloud.Cloud(), threaded=True, request_handler=type(
        "Silent", (WSGIRequestHandler,), {"log": lambda *arguments: None}))
    import threading
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"ENDPOINT=http://127.0.0.1:{server.server_port}", flush=True)
    # Whoever started it holds the other end, and may end without a word.
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
