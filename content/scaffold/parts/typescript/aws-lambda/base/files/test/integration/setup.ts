import { beforeEach } from 'vitest';
import { startFakeAws } from '../support/fake-aws';
// <% slot import-fake-redis %>

// The clients of the SDK are real; only the address that they call is not. This runs before a test loads its function.
const aws = await startFakeAws();
process.env.AWS_ENDPOINT_URL = aws.url;
process.env.AWS_REGION = 'eu-central-1';
process.env.AWS_ACCESS_KEY_ID = 'test';
process.env.AWS_SECRET_ACCESS_KEY = 'test';
process.env.IDEMPOTENCY_TABLE = 'idempotency';
// <% slot settings %>

beforeEach(() => aws.reset());
