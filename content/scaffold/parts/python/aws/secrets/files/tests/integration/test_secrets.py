"""The key comes from the secret store."""

import hashlib
import hmac

from app.aws.dependencies import shop
from app.aws.secrets import signing_key


def test_signs_with_the_key_of_the_account() -> None:
    expected = hmac.new(signing_key().encode(), b"ord-1:900", hashlib.sha256).hexdigest()
    assert len(signing_key()) == 64
    assert shop.signer.sign("ord-1:900") == expected
