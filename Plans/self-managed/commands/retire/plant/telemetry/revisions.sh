#!/usr/bin/env bash
# Delete the former revisions of Deployment plant/telemetry that need the key; no Pod is of them any more.
# Step: retire/plant/telemetry/revisions
# Cluster: factory
# After: shift/plant/telemetry/rollout
# Gate: It has run well for 24 hours since its rollout was verified.
# Undo: Nothing has to come back: no Pod is touched, and the undo of the rollout is a patch that needs no revision.
# Run it in the folder of the plan.
set -euo pipefail

kubectl get replicasets -n plant -o 'jsonpath={range .items[?(@.metadata.ownerReferences[0].name=="telemetry")]}{.spec.replicas}{" "}{.metadata.name}{"\n"}{end}' \
  | sed -n 's/^0 //p' \
  | xargs -r kubectl delete replicasets -n plant
