#!/usr/bin/env bash
# Delete the ServiceAccount plant/telemetry-federated and its bindings.
# Step: prepare/plant/telemetry/service-account
# Cluster: factory
# Where it was done, undo first: prepare/plant/telemetry/binding
# Run it in the folder of the plan.
set -euo pipefail

kubectl delete serviceaccount/telemetry-federated -n plant
