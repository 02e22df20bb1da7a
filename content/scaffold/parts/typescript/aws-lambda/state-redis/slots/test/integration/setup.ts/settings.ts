const redis = await startFakeRedis();
process.env.REDIS_URL = redis.url;
beforeEach(() => redis.reset());
