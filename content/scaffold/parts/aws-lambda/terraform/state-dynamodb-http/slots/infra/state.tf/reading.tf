
# Only the function behind the API reads.
data "aws_iam_policy_document" "read_orders" {
  statement {
    sid       = "ReadOrders"
    actions   = ["dynamodb:GetItem"]
    resources = [aws_dynamodb_table.orders.arn]
  }
}
