

class Stamp:
    """A signer that shows what it signed."""

    def sign(self, text: str) -> str:
        """The text, stamped."""
        return f"signed {text}"
