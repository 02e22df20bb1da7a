

def test_hands_requests_on(connection: HTTPConnection) -> None:
    connection.request("POST", "/orders", body=sample("http")["body"])
    answer = connection.getresponse()
    assert answer.status == 201
    assert json.loads(answer.read())["total"] == 900
    connection.request("POST", "/orders", body=b"\xff\x00")
    assert connection.getresponse().status == 400
    connection.request("GET", "/health?deep=1&deep=2")
    assert connection.getresponse().status == 200
