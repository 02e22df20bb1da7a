

def _upload_sample() -> None:
    """The file that the sample event speaks of."""
    body = (ROOT / "events" / "orders.jsonl").read_bytes()
    _s3().put_object(Bucket="uploads", Key="orders.jsonl", Body=body)
