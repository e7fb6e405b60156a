#!/usr/bin/env bash
# Make account 123456789012 trust the tokens of cluster factory (https://issuer.factory.example.com).
# Step: prepare/clusters/factory/issuer
# Cluster: factory
# Undo: Remove the OIDC provider from account 123456789012, if no other role names it.
# Run it in the folder of the plan.
set -euo pipefail

test "$(aws sts get-caller-identity --query Account --output text)" = 123456789012
aws iam create-open-id-connect-provider \
  --url https://issuer.factory.example.com \
  --client-id-list sts.amazonaws.com
