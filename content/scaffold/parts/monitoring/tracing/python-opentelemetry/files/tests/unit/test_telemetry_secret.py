"""The secret holds headers in the form that OpenTelemetry gives them."""

from app.aws.telemetry_secret import headers_of


def test_reads_several_headers() -> None:
    assert headers_of("authorization=Basic%20YWJj=,x-team=orders\n") == {
        "authorization": "Basic YWJj=",
        "x-team": "orders",
    }


def test_an_empty_secret_is_no_header() -> None:
    assert headers_of("") == {}
