"""Verifies an exported ledger with nothing but a hash and JSON; prints its head."""

import hashlib
import json
import sys

number, previous = 0, "0" * 64
for number, line in enumerate(open(sys.argv[1], encoding="ascii"), 1):
    event, recorded = (json.loads(line)[name] for name in ("event", "hash"))
    text = json.dumps(event, sort_keys=True, separators=(",", ":"))
    computed = hashlib.sha256(text.encode()).hexdigest()
    if (event["sequence"], event["previous"], recorded) != (number, previous, computed):
        sys.exit(f"event {number} is not what was written")
    previous = computed
print(number, previous)
