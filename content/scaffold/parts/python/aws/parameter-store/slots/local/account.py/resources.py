boto3.client("ssm").put_parameter(
    Name="/signing-key", Value=secrets.token_hex(32), Type="SecureString"
)
