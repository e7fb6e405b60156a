# Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName
keys = {
  AKIARZPUZDIKH4BUM6OP = {
    user  = ""
    phase = "active"
  }
}
