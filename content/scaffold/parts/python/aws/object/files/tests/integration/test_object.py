"""Files of orders."""

import boto3
import pytest
from botocore.exceptions import ClientError

from local.invoke import invoke, sample


def test_places_every_order_of_a_file(caplog: pytest.LogCaptureFixture) -> None:
    invoke("object", sample("object"))
    assert caplog.messages.count("Order placed") == 3


def test_places_the_orders_of_a_file_once(caplog: pytest.LogCaptureFixture) -> None:
    invoke("object", sample("object"))
    invoke("object", sample("object"))
    assert caplog.messages.count("Order placed") == 3


def test_goes_on_after_a_bad_line(caplog: pytest.LogCaptureFixture) -> None:
    good = '{"id":"ord-1","customer":"c","lines":[{"sku":"s","quantity":1,"unitPrice":1}]}'
    event = sample("object")
    event["Records"][0]["s3"]["object"]["key"] = "new+orders%2B.jsonl"
    body = f"{{\n\n{good}\n".encode()
    boto3.client("s3").put_object(Bucket="uploads", Key="new orders+.jsonl", Body=body)
    invoke("object", event)
    assert caplog.messages == ["Order rejected", "Order placed", "File read"]


def test_fails_when_the_file_is_gone() -> None:
    event = sample("object")
    event["Records"][0]["s3"]["object"]["key"] = "gone.jsonl"
    with pytest.raises(ClientError, match="NoSuchKey"):
        invoke("object", event)
