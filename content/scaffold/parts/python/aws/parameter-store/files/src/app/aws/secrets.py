"""The signing key from the Parameter Store of AWS Systems Manager."""

import os

from aws_lambda_powertools.utilities.parameters import SSMProvider

from app.aws.clients import CLIENT_CONFIG

# A new value is picked up within this time; asking at every call would soon meet the throttling of the store.
_KEEP_SECONDS = 300

_parameters = SSMProvider(boto_config=CLIENT_CONFIG)


def signing_key() -> str:
    """The key, decrypted, from memory when it was read not long ago."""
    name = os.environ["SIGNING_KEY_PARAMETER"]
    return str(_parameters.get(name, decrypt=True, max_age=_KEEP_SECONDS))
