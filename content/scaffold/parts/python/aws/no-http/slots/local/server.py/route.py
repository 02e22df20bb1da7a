
def _route(self, _body: bytes) -> None:
    self._send_json(HTTPStatus.NOT_FOUND, {"message": f"POST {_PREFIX}<trigger>"})
