"""Signatures that others can check."""

from app.orders.signing import HmacSigner


def test_signs_as_the_standard_says() -> None:
    # Test case 2 of RFC 4231.
    assert HmacSigner(lambda: "Jefe").sign("what do ya want for nothing?") == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )


def test_uses_a_new_key_at_once() -> None:
    keys = iter(("old", "new"))
    signer = HmacSigner(lambda: next(keys))
    assert signer.sign("ord-1:900") != signer.sign("ord-1:900")
