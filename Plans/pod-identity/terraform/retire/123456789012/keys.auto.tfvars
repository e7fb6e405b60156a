# Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName
keys = {
  AKIARZPUZDIKLQBTNLOF = {
    user  = ""
    phase = "active"
  }
}
