#!/usr/bin/env bash
# Annotate the ServiceAccount plant/telemetry-federated with its role.
# Step: prepare/plant/telemetry/binding
# Cluster: factory
# After: prepare/plant/telemetry/identity
# After: prepare/plant/telemetry/service-account
# Undo: Take the binding of plant/telemetry-federated back, then create its Pods anew if any got it.
# Run it in the folder of the plan.
set -euo pipefail

kubectl annotate serviceaccount/telemetry-federated -n plant eks.amazonaws.com/role-arn=arn:aws:iam::123456789012:role/factory-plant-telemetry-federated \
  --overwrite
