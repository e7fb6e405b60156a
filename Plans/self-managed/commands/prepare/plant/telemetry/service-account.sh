#!/usr/bin/env bash
# Make the ServiceAccount plant/telemetry-federated with what telemetry carries; no Pod uses it yet.
# Step: prepare/plant/telemetry/service-account
# Cluster: factory
# Undo: Delete the ServiceAccount plant/telemetry-federated and its bindings.
# Run it in the folder of the plan.
set -euo pipefail

kubectl apply -f kubernetes/prepare/plant/serviceaccount-telemetry-federated.yaml --dry-run=server
kubectl apply -f kubernetes/prepare/plant/serviceaccount-telemetry-federated.yaml
