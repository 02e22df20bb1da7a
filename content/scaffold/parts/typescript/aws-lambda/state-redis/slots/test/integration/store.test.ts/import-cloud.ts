import { fakeRedis } from '../support/fake-redis';
