policies    = [data.aws_iam_policy_document.read_orders.json]
