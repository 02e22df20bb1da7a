variable "object_function" {
  description = "Memory (MB), time-out (seconds) and concurrency of the object function."
  type = object({
    memory      = optional(number, 1024)
    timeout     = optional(number, 120)
    concurrency = optional(number, -1)
  })
  default = {}
}

module "object" {
  source = "./modules/function"

  settings    = local.function_settings
  trigger     = "object"
  description = "Reads files of orders"
  handler     = "<% handler-prefix %>object.handler"
  memory      = var.object_function.memory
  timeout     = var.object_function.timeout
  concurrency = var.object_function.concurrency
  environment = { UPLOADS_BUCKET = aws_s3_bucket.uploads.bucket }
  policies    = [data.aws_iam_policy_document.uploads.json]

  is_asynchronous   = true
  failure_queue_arn = module.object_dead_letters.arn
}

# The failure names the bucket and the file, so that the file can be sent through once more.
module "object_dead_letters" {
  source = "./modules/dead-letter-queue"

  name = "${local.prefix}-object-dead-letters"
}

# The number of the account makes the name unique: names of buckets are shared with the whole world.
resource "aws_s3_bucket" "uploads" {
  #checkov:skip=CKV_AWS_18:A log of each access needs a second bucket; CloudTrail data events do it when you need it.
  #checkov:skip=CKV_AWS_144:Files are worked on when they arrive; nobody reads them in another region.
  #checkov:skip=CKV_AWS_145:Encrypted with a key of S3; a key of your own costs per month and call and can be lost.
  #checkov:skip=CKV2_AWS_62:The notification is below; this check does not follow it in every plan.
  bucket        = "${local.prefix}-uploads-${local.account}"
  force_destroy = var.stage == "dev" # elsewhere, a bucket that is not empty stays
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket                  = aws_s3_bucket.uploads.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# A file that is overwritten while it is read can still be found as it was.
resource "aws_s3_bucket_versioning" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  versioning_configuration {
    status = "Enabled"
  }
}

# What has been read is kept for three months, in case it has to be read again.
resource "aws_s3_bucket_lifecycle_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 90
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.uploads]
}

data "aws_iam_policy_document" "uploads_access" {
  statement {
    sid       = "RefuseUnencryptedConnections"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.uploads.arn, "${aws_s3_bucket.uploads.arn}/*"]

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

resource "aws_s3_bucket_policy" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  policy = data.aws_iam_policy_document.uploads_access.json

  # Both change the policy of the bucket, and S3 refuses to do it twice at the same moment.
  depends_on = [aws_s3_bucket_public_access_block.uploads]
}

data "aws_iam_policy_document" "uploads" {
  statement {
    sid       = "ReadFiles"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*.jsonl"]
  }
}

# Only this bucket, and only as long as it belongs to this account.
resource "aws_lambda_permission" "uploads" {
  statement_id   = "uploads"
  action         = "lambda:InvokeFunction"
  function_name  = module.object.name
  qualifier      = module.object.live_name
  principal      = "s3.amazonaws.com"
  source_arn     = aws_s3_bucket.uploads.arn
  source_account = local.account
}

# The function never writes into this bucket: it would start itself, again and again.
resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    id                  = "orders"
    lambda_function_arn = module.object.live_arn
    events              = ["s3:ObjectCreated:*"]
    filter_suffix       = ".jsonl"
  }

  depends_on = [aws_lambda_permission.uploads]
}

output "uploads_bucket" {
  description = "Where files of orders are dropped."
  value       = aws_s3_bucket.uploads.bucket
}
