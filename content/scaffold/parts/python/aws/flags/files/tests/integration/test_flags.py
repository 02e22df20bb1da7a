"""Flags as the settings of a stage switch them."""

import pytest

from app.aws.flags import open_flags


@pytest.mark.parametrize(
    ("setting", "on"),
    [
        ('{"order-discount": true}', True),
        ('{"order-discount": false}', False),
        ("{}", False),
        ('{"order-discount": "yes"}', False),
    ],
)
def test_is_on_only_when_a_setting_says_so(
    monkeypatch: pytest.MonkeyPatch, setting: str, on: bool
) -> None:
    monkeypatch.setenv("FEATURE_FLAGS", setting)
    assert open_flags().is_on("order-discount") is on


@pytest.mark.parametrize("setting", ["order-discount", "[]", "null"])
def test_refuses_a_setting_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("FEATURE_FLAGS", setting)
    with pytest.raises((TypeError, ValueError)):
        open_flags()
