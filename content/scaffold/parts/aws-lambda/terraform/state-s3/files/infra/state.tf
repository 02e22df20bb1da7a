# The number of the account makes the name unique: names of buckets are shared with the whole world.
resource "aws_s3_bucket" "orders" {
  #checkov:skip=CKV_AWS_18:A log of each access needs a second bucket; CloudTrail data events do it when you need it.
  #checkov:skip=CKV_AWS_144:S3 keeps each object in three data centres; a copy in another region is a decision of its own.
  #checkov:skip=CKV_AWS_145:Encrypted with a key of S3; a key of your own costs per month and call and can be lost.
  #checkov:skip=CKV2_AWS_62:Nothing has to happen when an order is kept.
  bucket        = "${local.prefix}-orders-${local.account}"
  force_destroy = var.stage == "dev" # elsewhere, a bucket that is not empty stays
}

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# What is overwritten or deleted by mistake can be brought back for a month.
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id

  rule {
    id     = "expire-old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.orders]
}

data "aws_iam_policy_document" "orders_access" {
  statement {
    sid       = "RefuseUnencryptedConnections"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.orders.arn, "${aws_s3_bucket.orders.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = data.aws_iam_policy_document.orders_access.json

  # Both change the policy of the bucket, and S3 refuses to do it twice at the same moment.
  depends_on = [aws_s3_bucket_public_access_block.orders]
}

data "aws_iam_policy_document" "keep_orders" {
  statement {
    sid       = "KeepOrders"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.orders.arn}/orders/*"]
  }
}
# <% slot reading %>
