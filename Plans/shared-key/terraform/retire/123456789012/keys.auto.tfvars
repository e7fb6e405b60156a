# Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName
keys = {
  AKIARZPUZDIKD44SHPA2 = {
    user  = ""
    phase = "active"
  }

  AKIARZPUZDIKK266JCYW = {
    user  = ""
    phase = "active"
  }

  AKIARZPUZDIKKEOANPKG = {
    user  = ""
    phase = "active"
  }
}
