#!/usr/bin/env bash
# Delete factory-plant-telemetry-federated; nothing may use it when this is done.
# Step: prepare/plant/telemetry/identity
# Cluster: factory
# Where it was done, undo first: prepare/plant/telemetry/binding
# Run it in the folder of the plan.
set -euo pipefail

aws iam delete-role --role-name factory-plant-telemetry-federated
