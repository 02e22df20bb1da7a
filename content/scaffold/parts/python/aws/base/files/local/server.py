"""A local HTTP server that stands where API Gateway and the other triggers stand in the cloud."""

import json
import threading
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

# <% slot import-gateway %>
from local.invoke import TRIGGERS, invoke, sample

_PREFIX = "/_triggers/"
# An environment of Lambda handles one call at a time, and the functions count on that.
_one_at_a_time = threading.Lock()


class _Handler(BaseHTTPRequestHandler):
    # A browser that says nothing must not hold a connection for ever.
    timeout = 10

    def _answer_request(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        path = urlsplit(self.path).path
        try:
            with _one_at_a_time:
                if self.command == "POST" and path.startswith(_PREFIX):
                    self._run_trigger(path.removeprefix(_PREFIX), body)
                else:
                    self._route(body)
        except Exception:  # noqa: BLE001
            # The gateway hides what went wrong; here it is what one wants to see.
            traceback.print_exc()
            self._send_json(HTTPStatus.INTERNAL_SERVER_ERROR, {"message": "Internal Server Error"})

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _answer_request  # noqa: N815

    def _run_trigger(self, trigger: str, body: bytes) -> None:
        if trigger not in TRIGGERS:
            self._send_json(HTTPStatus.NOT_FOUND, {"message": f"Triggers: {', '.join(TRIGGERS)}"})
            return
        try:
            event = json.loads(body) if body else sample(trigger)
        except ValueError:
            self._send_json(HTTPStatus.BAD_REQUEST, {"message": "The event is not valid JSON"})
            return
        self._send_json(HTTPStatus.OK, invoke(trigger, event))
    # <% slot route %>

    def _send_json(self, status: int, document: object) -> None:
        self._send(status, {"content-type": "application/json"}, json.dumps(document).encode())

    def _send(self, status: int, headers: dict[str, Any], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, str(value))
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def create_server(port: int) -> ThreadingHTTPServer:
    """A server that only this machine reaches. Port 0 takes any that is free."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _Handler)
    server.daemon_threads = True
    return server
