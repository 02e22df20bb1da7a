"""The headers that open the tracing backend, from Secrets Manager."""

import os
from functools import cache
# <% slot imports %>

from aws_lambda_powertools.utilities.parameters import SecretsProvider
from botocore.config import Config

# A new key is in use after this time at the latest, without a deployment.
_KEPT_SECONDS = 15 * 60
# Somebody waits for this call once in a while, and a lost span is no harm: one short try.
_ONE_SHORT_TRY = Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 1})


def headers_from_secret() -> dict[str, str]:
    """Read the secret that TELEMETRY_SECRET names; Powertools keeps it, but not a failure."""
    name = os.environ.get("TELEMETRY_SECRET")
    if not name:
        return {}
    return headers_of(str(_secrets().get(name, max_age=_KEPT_SECONDS)))


@cache
def _secrets() -> SecretsProvider:
    return SecretsProvider(boto_config=_ONE_SHORT_TRY)


# <% slot headers %>
