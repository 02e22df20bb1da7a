import { expect, it } from 'vitest';
import { headersOf } from '../../src/aws/telemetry-secret';

it('reads several headers', () => {
  expect(headersOf('authorization=Basic%20YWJj=,x-team=orders\n')).toEqual({
    authorization: 'Basic YWJj=',
    'x-team': 'orders',
  });
});

it('takes an empty secret for no header', () => {
  expect(headersOf('')).toEqual({});
});
