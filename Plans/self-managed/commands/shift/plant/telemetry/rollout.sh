#!/usr/bin/env bash
# Roll Deployment plant/telemetry out with the new identity and without the key.
# Step: shift/plant/telemetry/rollout
# Cluster: factory
# After: shift/plant/telemetry/canary
# Undo: Roll Deployment plant/telemetry out with its former template; the key is still active.
# Run it in the folder of the plan.
set -euo pipefail

kubectl patch deployment/telemetry -n plant \
  --type strategic \
  --patch-file kubernetes/shift/plant/deployment-telemetry.patch.yaml \
  --dry-run=server -o yaml
kubectl patch deployment/telemetry -n plant \
  --type strategic \
  --patch-file kubernetes/shift/plant/deployment-telemetry.patch.yaml
