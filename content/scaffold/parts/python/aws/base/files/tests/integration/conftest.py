"""Every test starts with an empty account. The environment is set before anything of the functions is imported."""

from collections.abc import Iterator

import pytest

from local.account import account, use_environment

use_environment()


@pytest.fixture(autouse=True)
def _account() -> Iterator[None]:
    with account():
        yield
