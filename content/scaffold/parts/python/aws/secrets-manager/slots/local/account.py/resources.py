boto3.client("secretsmanager").create_secret(
    Name="signing-key", SecretString=secrets.token_hex(32)
)
