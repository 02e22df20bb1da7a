

@_api.get("/orders/<order_id>")
def _get_order(order_id: str) -> Response[str]:
    # An id that no order can have is not looked up: it might be the key of something else.
    found = shop.store.find(order_id) if is_order_id(order_id) else None
    return _json(200, found) if found else _problem(404, "There is no order with this id.")
