"""Orders in Redis: a key each, for a while."""

import json
import os
from collections.abc import Mapping
from datetime import timedelta

from redis import Redis
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError, TimeoutError
from redis.retry import Retry

from app.orders.store import Store

# Memory is what this store costs, and keys that never expire fill it. What must last longer belongs in a database.
_KEEP = timedelta(days=30)


class _RedisStore:
    def __init__(self, client: Redis) -> None:
        self._client = client

    def save(self, id: str, value: Mapping[str, object]) -> None:
        self._client.set(_key(id), json.dumps(value), ex=_KEEP, nx=True)

    def find(self, id: str) -> dict[str, object] | None:
        text = self._client.get(_key(id))
        if not isinstance(text, bytes):
            return None
        found: dict[str, object] = json.loads(text)
        return found


def _key(id: str) -> str:
    return f"orders:{id}"


def _connect(url: str) -> Redis:
    """A client that connects when it is first used. rediss:// means TLS, and the certificate is checked."""
    return Redis.from_url(
        url,
        socket_connect_timeout=1,
        socket_timeout=1,
        # Between two calls a function may sleep for minutes, and connections die meanwhile.
        health_check_interval=30,
        retry=Retry(ExponentialBackoff(cap=0.5, base=0.05), retries=2),
        retry_on_error=[ConnectionError, TimeoutError],
        max_connections=2,
    )


def open_store() -> Store:
    """The server that the environment names."""
    return _RedisStore(_connect(os.environ["REDIS_URL"]))
