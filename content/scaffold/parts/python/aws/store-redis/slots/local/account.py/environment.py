"REDIS_URL": "redis://localhost:6379",
