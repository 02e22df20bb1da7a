from app.aws.secrets import signing_key
