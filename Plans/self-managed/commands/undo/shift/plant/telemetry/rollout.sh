#!/usr/bin/env bash
# Roll Deployment plant/telemetry out with its former template; the key is still active.
# Step: shift/plant/telemetry/rollout
# Cluster: factory
# Run it in the folder of the plan.
set -euo pipefail

kubectl patch deployment/telemetry -n plant \
  --type json \
  --patch-file kubernetes/shift-undo/plant/deployment-telemetry.patch.json \
  --dry-run=server
kubectl patch deployment/telemetry -n plant \
  --type json \
  --patch-file kubernetes/shift-undo/plant/deployment-telemetry.patch.json
kubectl rollout status deployment/telemetry -n plant --timeout=10m
