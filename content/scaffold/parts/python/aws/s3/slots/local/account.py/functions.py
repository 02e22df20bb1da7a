

@cache
def _s3() -> "S3Client":
    return boto3.client("s3")


def _create_bucket(name: str) -> None:
    _s3().create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
    )
