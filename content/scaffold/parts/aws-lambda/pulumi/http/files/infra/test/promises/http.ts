import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, theOne } from '../program.ts';

test('the API is throttled and writes down each call', async () => {
  const { inputs } = await theOne('aws:apigatewayv2/stage:Stage');
  assert.ok(inputs.defaultRouteSettings.throttlingRateLimit > 0);
  assert.ok(inputs.defaultRouteSettings.throttlingBurstLimit > 0);
  assert.match(inputs.accessLogSettings.destinationArn, /^arn:/);
  assert.ok(JSON.parse(inputs.accessLogSettings.format).requestId);
});

test('only named routes get through, and /health is open', async () => {
  const routes = await all('aws:apigatewayv2/route:Route');
  assert.ok(routes.every(({ inputs }) => inputs.routeKey !== '$default'));
  const health = routes.find(({ inputs }) => inputs.routeKey === 'GET /health');
  assert.equal(health?.inputs.authorizationType, undefined);
});

test('no web page of another origin may call', async () => {
  assert.equal((await theOne('aws:apigatewayv2/api:Api')).inputs.corsConfiguration, undefined);
});

test('only this API may call the function, and only its alias', async () => {
  const { inputs } = await theOne('aws:lambda/permission:Permission', 'http-permission');
  assert.match(inputs.sourceArn, /^arn:/);
  assert.equal(inputs.qualifier, 'live');
});

test('the function ends before the API stops waiting', async () => {
  assert.ok((await theOne('aws:lambda/function:Function', 'http-function')).inputs.timeout < 30);
});
