# Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName
keys = {
  AKIAWO645SY5FBHIDIKH = {
    user  = ""
    phase = "active"
  }

  AKIAWO645SY5JP7TXC7T = {
    user  = ""
    phase = "active"
  }

  AKIAWO645SY5NN5UD6B2 = {
    user  = ""
    phase = "active"
  }
}
