resource "aws_dynamodb_table" "orders" {
  name         = "${local.prefix}-orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  # Elsewhere, "terraform destroy" takes the table along.
  deletion_protection_enabled = var.stage == "prod"

  attribute {
    name = "id"
    type = "S"
  }

  # Back to any second of the last 35 days: against mistakes in the code, which no copy in another place helps with.
  point_in_time_recovery {
    enabled = true
  }
}

data "aws_iam_policy_document" "keep_orders" {
  statement {
    sid       = "KeepOrders"
    actions   = ["dynamodb:PutItem"]
    resources = [aws_dynamodb_table.orders.arn]
  }
}
# <% slot reading %>
