
def _route(self, body: bytes) -> None:
    event = to_event(self.command, self.path, self.headers.items(), body)
    status, headers, content = from_response(invoke("http", event))
    self._send(status, headers, content)
