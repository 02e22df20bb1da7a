# X-Ray takes traces from a whole account and has no names for parts of it, hence the star. The right is to send, not to read.
data "aws_iam_policy_document" "tracing" {
  #checkov:skip=CKV_AWS_111:X-Ray knows no narrower resource for these actions.
  #checkov:skip=CKV_AWS_356:X-Ray knows no narrower resource for these actions.
  statement {
    sid       = "SendTraces"
    actions   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
    resources = ["*"]
  }
}
