#!/usr/bin/env bash
# Remove the canary of Deployment plant/telemetry; the workload itself was not touched.
# Step: shift/plant/telemetry/canary
# Cluster: factory
# Where it was done, undo first: shift/plant/telemetry/rollout
# Run it in the folder of the plan.
set -euo pipefail

kubectl delete deployment/telemetry-keyshift-canary -n plant --wait
