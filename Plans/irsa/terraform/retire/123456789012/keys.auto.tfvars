# Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName
keys = {
  AKIARZPUZDIKHGE5DNMA = {
    user  = ""
    phase = "active"
  }

  AKIARZPUZDIKJRMFXB77 = {
    user  = ""
    phase = "active"
  }

  AKIARZPUZDIKOGLU4ZIK = {
    user  = ""
    phase = "active"
  }
}
