data.aws_iam_policy_document.signing_key.json,
