{ REDIS_URL = "rediss://${aws_elasticache_serverless_cache.orders.endpoint[0].address}:${aws_elasticache_serverless_cache.orders.endpoint[0].port}" },
