# Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName
keys = {
  AKIARZPUZDIKL7ZDL2Q7 = {
    user  = ""
    phase = "active"
  }
}
