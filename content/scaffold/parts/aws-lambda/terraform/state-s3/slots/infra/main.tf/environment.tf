{ ORDERS_BUCKET = aws_s3_bucket.orders.bucket },
