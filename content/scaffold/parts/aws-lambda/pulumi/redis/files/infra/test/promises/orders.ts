import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, theOne } from '../program.ts';

test('only the functions reach the cache', async () => {
  const { inputs } = await theOne('aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule');
  assert.equal(inputs.referencedSecurityGroupId, 'functions-id');
  assert.equal(inputs.cidrIpv4, undefined);
});

test('the cache is spoken to through TLS, and has a ceiling', async () => {
  const functions = await all('aws:lambda/function:Function');
  for (const { name, inputs } of functions) {
    assert.match(inputs.environment.variables.REDIS_URL, /^rediss:/, name);
    assert.deepEqual(inputs.vpcConfig.securityGroupIds, ['functions-id'], name);
  }
  assert.ok(
    (await theOne('aws:elasticache/serverlessCache:ServerlessCache')).inputs.cacheUsageLimits.dataStorage.maximum,
  );
});
