

@cache
def _redis() -> FakeRedis:
    return FakeRedis()
