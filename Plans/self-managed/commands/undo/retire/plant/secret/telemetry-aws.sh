#!/usr/bin/env bash
# Put Secret plant/telemetry-aws back from the copy that is kept in the cluster.
# Step: retire/plant/secret/telemetry-aws
# Cluster: factory
# Where it was done, undo first: retire/keys/AKIARZPUZDIKBDOJN6FJ/deactivate
# Run it in the folder of the plan.
set -euo pipefail

kubectl get secret/telemetry-aws-keyshift-kept -n plant -o 'jsonpath={.data.object}' \
  | base64 -d \
  | kubectl patch --local -f - --type json -p '[{"op":"remove","path":"/metadata/uid"},{"op":"remove","path":"/metadata/resourceVersion"},{"op":"remove","path":"/metadata/creationTimestamp"}]' -o json \
  | kubectl create -f -
kubectl get secret/telemetry-aws -n plant
kubectl delete secret/telemetry-aws-keyshift-kept -n plant
