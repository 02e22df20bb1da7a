from fakeredis import FakeRedis
