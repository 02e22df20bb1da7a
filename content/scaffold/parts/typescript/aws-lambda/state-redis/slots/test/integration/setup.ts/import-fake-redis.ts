import { startFakeRedis } from '../support/fake-redis';
