"""The secret holds the licence key."""

from app.aws.telemetry_secret import headers_of


def test_sends_the_licence_key() -> None:
    assert headers_of("made-up-licence\n") == {"api-key": "made-up-licence"}
