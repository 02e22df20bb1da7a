"""Orders in S3: an object each."""

import json
import os
from collections.abc import Mapping

import boto3
from botocore.exceptions import ClientError

from app.aws.clients import CLIENT_CONFIG
from app.orders.store import Store


class _BucketStore:
    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        self._client = boto3.client("s3", config=CLIENT_CONFIG)

    def save(self, id: str, value: Mapping[str, object]) -> None:
        try:
            self._client.put_object(
                Bucket=self._bucket,
                Key=_key(id),
                Body=json.dumps(value).encode(),
                ContentType="application/json",
                IfNoneMatch="*",
            )
        except ClientError as error:
            # The first one stays. S3 has no exception of its own for a condition that does not hold.
            if error.response["Error"]["Code"] != "PreconditionFailed":
                raise

    def find(self, id: str) -> dict[str, object] | None:
        # A key that is missing is only told from one that is forbidden when the function may list the bucket.
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=_key(id))
        except self._client.exceptions.NoSuchKey:
            return None
        found: dict[str, object] = json.loads(answer["Body"].read())
        return found


def _key(id: str) -> str:
    return f"orders/{id}.json"


def open_store() -> Store:
    """The bucket that the environment names."""
    return _BucketStore(os.environ["ORDERS_BUCKET"])
