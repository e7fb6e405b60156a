#!/usr/bin/env bash
# Delete AKIARZPUZDIKBDOJN6FJ for good.
# Step: decommission/keys/AKIARZPUZDIKBDOJN6FJ/delete
# After: retire/keys/AKIARZPUZDIKBDOJN6FJ/deactivate
# Gate: The key has not been used, nor referred to, for 7 days.
# Undo: none; this is a point of no return.
# Run it in the folder of the plan.
set -euo pipefail

user=$(aws iam get-access-key-last-used --access-key-id AKIARZPUZDIKBDOJN6FJ --query UserName --output text)
aws iam delete-access-key --user-name "$user" --access-key-id AKIARZPUZDIKBDOJN6FJ
