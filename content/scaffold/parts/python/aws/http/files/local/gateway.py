"""What API Gateway makes of a request, and of what a function answers (HTTP API, payload format 2.0)."""

import base64
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def to_event(
    method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes
) -> dict[str, Any]:
    """The event for a request."""
    target = urlsplit(url)
    path = unquote(target.path)
    now = datetime.now(UTC)
    event: dict[str, Any] = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": target.query,
        "headers": _joined((name.lower(), value) for name, value in headers),
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "local",
            "domainName": "localhost",
            "domainPrefix": "localhost",
            "http": {
                "method": method,
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1",
                "userAgent": "",
            },
            "requestId": f"local-{int(now.timestamp() * 1000)}",
            "routeKey": "$default",
            "stage": "$default",
            "time": now.strftime("%d/%b/%Y:%H:%M:%S +0000"),
            "timeEpoch": int(now.timestamp() * 1000),
        },
        "isBase64Encoded": False,
    }
    if target.query:
        pairs = parse_qsl(target.query, keep_blank_values=True)
        event["queryStringParameters"] = _joined(pairs)
    if body:
        try:
            event["body"] = body.decode()
        except UnicodeDecodeError:
            event["body"] = base64.b64encode(body).decode()
            event["isBase64Encoded"] = True
    return event


def from_response(response: dict[str, Any]) -> tuple[int, dict[str, Any], bytes]:
    """Status, headers and body of what a function answered."""
    text = response.get("body") or ""
    body = base64.b64decode(text) if response.get("isBase64Encoded") else text.encode()
    return response["statusCode"], response.get("headers") or {}, body


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is given more than once, separated by commas."""
    joined: dict[str, str] = {}
    for name, value in pairs:
        joined[name] = f"{joined[name]},{value}" if name in joined else value
    return joined
