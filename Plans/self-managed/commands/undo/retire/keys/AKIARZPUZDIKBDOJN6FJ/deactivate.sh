#!/usr/bin/env bash
# Activate AKIARZPUZDIKBDOJN6FJ again.
# Step: retire/keys/AKIARZPUZDIKBDOJN6FJ/deactivate
# Too late once it is done: decommission/keys/AKIARZPUZDIKBDOJN6FJ/delete
# Run it in the folder of the plan.
set -euo pipefail

user=$(aws iam get-access-key-last-used --access-key-id AKIARZPUZDIKBDOJN6FJ --query UserName --output text)
aws iam update-access-key --status Active --user-name "$user" --access-key-id AKIARZPUZDIKBDOJN6FJ
