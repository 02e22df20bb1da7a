from mypy_boto3_s3 import S3Client
