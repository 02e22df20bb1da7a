"""The local server runs every trigger with its sample event."""

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from local.invoke import <% local-imports %>
from local.server import create_server


@pytest.fixture
def connection() -> Iterator[HTTPConnection]:
    with create_server(0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        yield connection
        connection.close()
        server.shutdown()


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_runs_the_sample_of_a_trigger(connection: HTTPConnection, trigger: str) -> None:
    connection.request("POST", f"/_triggers/{trigger}")
    answer = connection.getresponse()
    assert answer.status == 200
    result = json.loads(answer.read())
    assert not (result or {}).get("batchItemFailures")


def test_says_what_it_does_not_know(connection: HTTPConnection) -> None:
    connection.request("POST", "/_triggers/nothing")
    assert connection.getresponse().status == 404
    connection.request("GET", "/nothing")
    assert connection.getresponse().status == 404


def test_says_when_an_event_is_not_json(connection: HTTPConnection) -> None:
    connection.request("POST", f"/_triggers/{TRIGGERS[0]}", body="{")
    assert connection.getresponse().status == 400
# <% slot tests %>
