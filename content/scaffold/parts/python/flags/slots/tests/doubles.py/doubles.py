

class Switches:
    """Flags of which some are on."""

    def __init__(self, *on: str) -> None:
        self._on = on

    def is_on(self, flag: str) -> bool:
        """Whether a flag is among them."""
        return flag in self._on
