"""The business logic. It imports nothing of a provider, so that it can be tested in milliseconds and moved."""
