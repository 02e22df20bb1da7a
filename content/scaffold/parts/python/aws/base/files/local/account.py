"""A pretend AWS account in memory, with what the functions expect to find in a real one.

The local server and the integration tests run the real adapters against it. Nothing leaves the machine.
"""

import os
# <% slot import-secrets %>
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING
# <% slot import-mock %>

import boto3
# <% slot import-fake %>
from moto import mock_aws
# <% slot imports %>

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    # <% slot types %>

_ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "pretend",
    "AWS_SECRET_ACCESS_KEY": "pretend",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "STAGE": "local",
    "POWERTOOLS_SERVICE_NAME": "<% name %>",
    "POWERTOOLS_METRICS_NAMESPACE": "<% name %>",
    "IDEMPOTENCY_TABLE": "idempotency",
    # <% slot environment %>
}
# A profile, a session or a telemetry backend of the person who runs this must not be used.
_FOREIGN = (
    "AWS_PROFILE",
    "AWS_SESSION_TOKEN",
    "AWS_XRAY_DAEMON_ADDRESS",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "TELEMETRY_SECRET",
)


def use_environment() -> None:
    """Sets what the infrastructure would set. The functions read it when they are imported."""
    for name in _FOREIGN:
        os.environ.pop(name, None)
    os.environ.update(_ENVIRONMENT)
    # <% slot prepare %>


@contextmanager
def account() -> Iterator[None]:
    """The account, empty and ready, for as long as the context lasts."""
    with mock_aws():
        _create_table("idempotency")
        # <% slot resources %>
        yield


@cache
def _dynamodb() -> "DynamoDBClient":
    """Made once: to make a client takes longer than to run a test."""
    return boto3.client("dynamodb")


def _create_table(name: str) -> None:
    _dynamodb().create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
    )
# <% slot functions %>
