#!/usr/bin/env bash
# Make factory-plant-telemetry-federated in 123456789012, which only system:serviceaccount:plant:telemetry-federated may take.
# Step: prepare/plant/telemetry/identity
# Cluster: factory
# After: prepare/clusters/factory/issuer
# Undo: Delete factory-plant-telemetry-federated; nothing may use it when this is done.
# Run it in the folder of the plan.
set -euo pipefail

test "$(aws sts get-caller-identity --query Account --output text)" = 123456789012
aws iam create-role \
  --role-name factory-plant-telemetry-federated \
  --assume-role-policy-document file://iam/factory-plant-telemetry-federated.trust.json
