#!/usr/bin/env bash
# Delete the owner of AKIARZPUZDIKBDOJN6FJ, if it has no other key, login or use.
# Step: decommission/keys/AKIARZPUZDIKBDOJN6FJ/user
# After: decommission/keys/AKIARZPUZDIKBDOJN6FJ/delete
# Gate: A person has approved: other policies may name the user: say that it has no other use.
# Undo: none; this is a point of no return.
# Run it in the folder of the plan.
set -euo pipefail

: "${USER_NAME:?set it to the IAM user that had the key}"
aws iam list-access-keys --user-name "$USER_NAME"
aws iam list-attached-user-policies --user-name "$USER_NAME"
aws iam list-groups-for-user --user-name "$USER_NAME"
aws iam delete-user --user-name "$USER_NAME"
