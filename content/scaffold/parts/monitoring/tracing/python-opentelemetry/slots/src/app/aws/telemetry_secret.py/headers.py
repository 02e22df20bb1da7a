def headers_of(secret: str) -> dict[str, str]:
    """Split `key=value,key=value`, percent-encoded where it must be.

    That is how OTEL_EXPORTER_OTLP_HEADERS would have it.
    """
    pairs = (pair.partition("=") for pair in secret.split(","))
    return {key.strip(): unquote(value.strip()) for key, _, value in pairs if key.strip()}
