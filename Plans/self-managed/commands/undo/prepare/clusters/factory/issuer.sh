#!/usr/bin/env bash
# Remove the OIDC provider from account 123456789012, if no other role names it.
# Step: prepare/clusters/factory/issuer
# Cluster: factory
# Where it was done, undo first: prepare/plant/telemetry/identity
# Run it in the folder of the plan.
set -euo pipefail

aws iam delete-open-id-connect-provider \
  --open-id-connect-provider-arn arn:aws:iam::123456789012:oidc-provider/issuer.factory.example.com
