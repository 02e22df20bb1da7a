_redis().flushall()
