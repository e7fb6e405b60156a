#!/usr/bin/env bash
# Delete Secret plant/telemetry-aws.
# Step: retire/plant/secret/telemetry-aws
# Cluster: factory
# After: retire/plant/telemetry/revisions
# Gate: It has run well for 24 hours since its rollout was verified.
# Undo: Put Secret plant/telemetry-aws back from the copy that is kept in the cluster.
# Run it in the folder of the plan.
set -euo pipefail

kubectl create secret generic telemetry-aws-keyshift-kept -n plant \
  --from-file=object=<(kubectl get secret/telemetry-aws -n plant -o json)
test -n "$(kubectl get secret/telemetry-aws-keyshift-kept -n plant -o 'jsonpath={.data.object}')"
kubectl delete secret/telemetry-aws -n plant
