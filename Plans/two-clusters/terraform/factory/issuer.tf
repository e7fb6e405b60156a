resource "aws_iam_openid_connect_provider" "cluster" {
  url            = "https://issuer.factory.example.com"
  client_id_list = ["sts.amazonaws.com"]
}
