# A Redis in memory as well. The functions make their client when they are imported.
patch("redis.Redis.from_url", lambda *_args, **_options: _redis()).start()
