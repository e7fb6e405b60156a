variable "keys" {
  type        = map(object({ user = string, phase = string }))
  description = "The static keys of the account, each with its user and its phase."

  validation {
    condition     = alltrue([for key in values(var.keys) : key.user != ""])
    error_message = "Say which user has each key: aws iam get-access-key-last-used --access-key-id KEY."
  }

  validation {
    condition     = alltrue([for key in values(var.keys) : contains(["active", "inactive", "deleted", "user-deleted"], key.phase)])
    error_message = "A phase is one of active, inactive, deleted, user-deleted."
  }
}

variable "user_policies" {
  type        = map(set(string))
  default     = {}
  description = "ARNs of the managed policies that are attached to each user, which go before the user does."
}

locals {
  users       = toset([for key in values(var.keys) : key.user if key.phase != "user-deleted"])
  keys        = { for id, key in var.keys : id => key if contains(["active", "inactive"], key.phase) }
  pairs       = flatten([for user, arns in var.user_policies : [for arn in arns : { user = user, arn = arn }]])
  attachments = { for pair in local.pairs : "${pair.user}/${pair.arn}" => pair if contains(local.users, pair.user) }
}

import {
  for_each = local.users
  to       = aws_iam_user.users[each.key]
  id       = each.value
}

import {
  for_each = local.keys
  to       = aws_iam_access_key.keys[each.key]
  id       = each.key
}

import {
  for_each = local.attachments
  to       = aws_iam_user_policy_attachment.attachments[each.key]
  id       = each.key
}

resource "aws_iam_user" "users" {
  for_each = local.users
  name     = each.value

  lifecycle {
    ignore_changes = [path, permissions_boundary, tags, tags_all]
  }
}

resource "aws_iam_access_key" "keys" {
  for_each = local.keys
  user     = aws_iam_user.users[each.value.user].name
  status   = each.value.phase == "active" ? "Active" : "Inactive"
}

resource "aws_iam_user_policy_attachment" "attachments" {
  for_each   = local.attachments
  user       = aws_iam_user.users[each.value.user].name
  policy_arn = each.value.arn
}
