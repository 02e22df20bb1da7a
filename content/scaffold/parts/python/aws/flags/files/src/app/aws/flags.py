"""Feature flags with OpenFeature. Another provider, for example a vendor's, replaces the one that is set here."""

import json
import os

from openfeature import api
from openfeature.provider.in_memory_provider import InMemoryFlag, InMemoryProvider

from app.orders.flags import Flags


class _OpenFeatureFlags:
    def __init__(self) -> None:
        self._client = api.get_client()

    def is_on(self, flag: str) -> bool:
        # A flag that nobody knows is off: what is not released stays so.
        return self._client.get_boolean_value(flag, False)


def open_flags() -> Flags:
    """The flags that the settings of the stage switch on or off."""
    switches = _read(os.environ.get("FEATURE_FLAGS", "{}"))
    api.set_provider(
        InMemoryProvider(
            {
                name: InMemoryFlag("on" if on else "off", {"on": True, "off": False})
                for name, on in switches.items()
            }
        )
    )
    return _OpenFeatureFlags()


def _read(text: str) -> dict[str, bool]:
    """The switches of a JSON object; what is neither true nor false is off, so that a mistake cannot release anything.

    A setting that cannot be read stops the function while it starts, where a gradual deployment goes back on it,
    instead of changing prices.
    """
    switches = json.loads(text)
    if not isinstance(switches, dict):
        raise TypeError("FEATURE_FLAGS has to be a JSON object.")
    return {str(name): on is True for name, on in switches.items()}
