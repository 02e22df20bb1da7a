"""Orders in DynamoDB: an item each, by its id."""

import os
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import boto3
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from app.aws.clients import CLIENT_CONFIG
from app.orders.store import Store

_serialize = TypeSerializer().serialize
_deserialize = TypeDeserializer().deserialize


class _TableStore:
    def __init__(self, table: str) -> None:
        self._table = table
        self._client = boto3.client("dynamodb", config=CLIENT_CONFIG)

    def save(self, id: str, value: Mapping[str, object]) -> None:
        item = {name: _serialize(field) for name, field in {**value, "id": id}.items()}
        try:
            self._client.put_item(
                TableName=self._table, Item=item, ConditionExpression="attribute_not_exists(id)"
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            # The first one stays.
            return

    def find(self, id: str) -> dict[str, object] | None:
        # Consistent: who has just placed an order finds it, at twice the price of a read that may be a second behind.
        answer = self._client.get_item(
            TableName=self._table, Key={"id": {"S": id}}, ConsistentRead=True
        )
        if "Item" not in answer:
            return None
        return {name: _plain(_deserialize(field)) for name, field in answer["Item"].items()}


def _plain(value: Any) -> object:
    """DynamoDB gives every number as a decimal; all of ours are whole."""
    if isinstance(value, Decimal):
        return int(value)
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    return value


def open_store() -> Store:
    """The table that the environment names."""
    return _TableStore(os.environ["ORDERS_TABLE"])
