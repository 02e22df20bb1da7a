data.aws_iam_policy_document.keep_orders.json,
