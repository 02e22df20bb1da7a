"""The adapters for AWS Lambda: a file per trigger, each with a `handler`, and what they share."""
