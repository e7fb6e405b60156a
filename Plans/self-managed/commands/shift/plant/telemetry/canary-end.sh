#!/usr/bin/env bash
# Remove the canary of Deployment plant/telemetry; its Pods have replaced it.
# Step: shift/plant/telemetry/canary-end
# Cluster: factory
# After: shift/plant/telemetry/rollout
# Undo: Nothing has to come back: the Pods of Deployment plant/telemetry are what the canary was.
# Run it in the folder of the plan.
set -euo pipefail

kubectl delete deployment/telemetry-keyshift-canary -n plant --wait
