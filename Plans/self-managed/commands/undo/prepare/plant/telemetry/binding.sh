#!/usr/bin/env bash
# Take the binding of plant/telemetry-federated back, then create its Pods anew if any got it.
# Step: prepare/plant/telemetry/binding
# Cluster: factory
# Where it was done, undo first: shift/plant/telemetry/canary
# Run it in the folder of the plan.
set -euo pipefail

kubectl annotate serviceaccount/telemetry-federated -n plant eks.amazonaws.com/role-arn-
