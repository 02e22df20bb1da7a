
# Only the function behind the API reads.
data "aws_iam_policy_document" "read_orders" {
  statement {
    sid       = "ReadOrders"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.orders.arn}/orders/*"]
  }

  # Without the right to list, S3 says "forbidden" of an object that does not exist, and the API could not answer 404.
  statement {
    sid       = "TellWhatIsMissing"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.orders.arn]
  }
}
