import { expect, it } from 'vitest';
import { headersOf } from '../../src/aws/telemetry-secret';

it('sends the licence key', () => {
  expect(headersOf('made-up-licence\n')).toEqual({ 'api-key': 'made-up-licence' });
});
