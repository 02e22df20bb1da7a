{ SIGNING_KEY_SECRET = aws_secretsmanager_secret.signing_key.arn },
