#!/usr/bin/env bash
# Deactivate AKIARZPUZDIKBDOJN6FJ; whoever still uses it fails from now on.
# Step: retire/keys/AKIARZPUZDIKBDOJN6FJ/deactivate
# After: retire/plant/secret/telemetry-aws
# Gate: It has run well for 24 hours since its rollout was verified.
# Undo: Activate AKIARZPUZDIKBDOJN6FJ again.
# Run it in the folder of the plan.
set -euo pipefail

user=$(aws iam get-access-key-last-used --access-key-id AKIARZPUZDIKBDOJN6FJ --query UserName --output text)
aws iam update-access-key --status Inactive --user-name "$user" --access-key-id AKIARZPUZDIKBDOJN6FJ
