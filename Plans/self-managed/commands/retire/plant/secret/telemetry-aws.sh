#!/usr/bin/env bash
# Delete Secret plant/telemetry-aws.
# Step: retire/plant/secret/telemetry-aws
# Cluster: factory
# After: shift/plant/telemetry/rollout
# Gate: It has run well for 24 hours since its rollout was verified.
# Undo: Put Secret plant/telemetry-aws back from the copy that is kept in the cluster.
# Run it in the folder of the plan.
set -euo pipefail

kubectl get secret/telemetry-aws -n plant -o yaml \
  | kubectl patch \
  --local -f - \
  --type merge -p '{"metadata":{"name":"keyshift-kept-c454c7e93dd7","uid":null,"resourceVersion":null,"creationTimestamp":null,"ownerReferences":null,"labels":null,"annotations":null}}' -o yaml \
  | kubectl create -f -
kubectl delete secret/telemetry-aws -n plant
