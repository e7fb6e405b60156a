#!/usr/bin/env bash
# Start one Pod beside Deployment plant/telemetry, under the same labels, with the new identity and without the key.
# Step: shift/plant/telemetry/canary
# Cluster: factory
# After: prepare/plant/telemetry/binding
# Gate: A person has accepted the permissions of factory/plant/telemetry-federated.
# Gate: 60 seconds have passed: IAM is eventually consistent, and gives no bound.
# Undo: Remove the canary of Deployment plant/telemetry; the workload itself was not touched.
# Run it in the folder of the plan.
set -euo pipefail

kubectl get deployment/telemetry -n plant -o json \
  | kubectl patch --local -f - --type json --patch-file kubernetes/shift-canary/plant/deployment-telemetry.patch.json -o json \
  | kubectl create --dry-run=server -f -
kubectl get deployment/telemetry -n plant -o json \
  | kubectl patch --local -f - --type json --patch-file kubernetes/shift-canary/plant/deployment-telemetry.patch.json -o json \
  | kubectl create -f -
kubectl rollout status deployment/telemetry-keyshift-canary -n plant --timeout=10m
