"""The signing key from AWS Secrets Manager."""

import os

from aws_lambda_powertools.utilities.parameters import SecretsProvider

from app.aws.clients import CLIENT_CONFIG

# A key that was rotated is picked up within this time, and the secret is paid for by the call.
_KEEP_SECONDS = 300

_secrets = SecretsProvider(boto_config=CLIENT_CONFIG)


def signing_key() -> str:
    """The key, from memory when it was read not long ago."""
    return str(_secrets.get(os.environ["SIGNING_KEY_SECRET"], max_age=_KEEP_SECONDS))
