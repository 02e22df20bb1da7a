def headers_of(secret: str) -> dict[str, str]:
    """Take the secret for the licence key and nothing else."""
    return {"api-key": secret.strip()}
