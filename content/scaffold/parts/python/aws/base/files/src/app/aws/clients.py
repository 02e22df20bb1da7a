"""How long a call to AWS may take."""

from botocore.config import Config

# The SDK would wait a minute for an answer, longer than most functions may run. Two tries of at most four seconds
# leave time to say what went wrong.
CLIENT_CONFIG = Config(
    connect_timeout=1,
    read_timeout=3,
    retries={"mode": "standard", "total_max_attempts": 2},
)
