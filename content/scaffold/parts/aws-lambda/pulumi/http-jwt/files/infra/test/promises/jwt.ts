import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, theOne } from '../program.ts';

test('every route but /health asks for a token', async () => {
  for (const { name, inputs } of await all('aws:apigatewayv2/route:Route'))
    if (inputs.routeKey !== 'GET /health') assert.equal(inputs.authorizationType, 'JWT', name);
});

test('tokens are for this API and from the issuer that the stage names', async () => {
  const { jwtConfiguration } = (await theOne('aws:apigatewayv2/authorizer:Authorizer')).inputs;
  assert.match(jwtConfiguration.issuer, /^https:/);
  assert.equal(jwtConfiguration.audiences.length, 1);
});
