#!/usr/bin/env bash
# Delete the copy of Secret plant/telemetry-aws that was kept for its undo; the key in it is gone.
# Step: decommission/plant/secret/telemetry-aws/copy
# Cluster: factory
# After: decommission/keys/AKIARZPUZDIKBDOJN6FJ/delete
# Undo: Nothing has to come back: the key in the copy is deleted.
# Run it in the folder of the plan.
set -euo pipefail

kubectl delete secret/telemetry-aws-keyshift-kept -n plant
