import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, list, runProgram, stage, statements } from '../program.ts';

/** What cannot be limited to a resource, because AWS offers no narrower right. */
const withoutResource = [
  // CodeDeploy reads alarms by name.
  'cloudwatch:DescribeAlarms',
  // <% slot without-resource %>
];

test('rights name actions and resources', async () => {
  const policies = await all('aws:iam/rolePolicy:RolePolicy');
  assert.ok(policies.length > 0);
  for (const asked of policies)
    for (const { Sid, Effect, Action, Resource } of statements(asked)) {
      if (Effect !== 'Allow') continue;
      assert.deepEqual(
        list(Action).filter(action => action.includes('*')),
        [],
        `${asked.name} ${Sid}`,
      );
      if (list(Resource).includes('*'))
        assert.deepEqual(
          list(Action).filter(action => !withoutResource.includes(action)),
          [],
          `${asked.name} ${Sid}`,
        );
    }
});

test('nothing has a managed policy, which somebody else may widen', async () => {
  assert.deepEqual(await all('aws:iam/rolePolicyAttachment:RolePolicyAttachment'), []);
  for (const { inputs } of await all('aws:iam/role:Role')) assert.equal(inputs.managedPolicyArns, undefined);
});

test('each function has its own role, log, limits and version', async () => {
  const functions = await all('aws:lambda/function:Function');
  assert.equal(new Set(functions.map(({ inputs }) => inputs.role)).size, functions.length);
  for (const { inputs } of functions) {
    assert.equal(inputs.publish, true);
    assert.deepEqual(inputs.architectures, ['arm64']);
    assert.ok(inputs.memorySize >= 128 && inputs.timeout >= 3 && inputs.timeout <= 900, inputs.name);
    assert.equal(inputs.loggingConfig.logGroup, `/aws/lambda/${inputs.name}`);
  }
});

test('logs end some day', async () => {
  for (const { name, inputs } of await all('aws:cloudwatch/logGroup:LogGroup'))
    assert.ok(inputs.retentionInDays > 0, name);
});

test('a new version of each function is taken back when its errors alarm fires', async () => {
  const functions = await all('aws:lambda/function:Function');
  const alarms = await all('aws:cloudwatch/metricAlarm:MetricAlarm');
  const groups = await all('aws:codedeploy/deploymentGroup:DeploymentGroup');
  assert.equal(groups.length, functions.length);
  for (const { inputs } of groups) {
    const alarm = alarms.find(asked => asked.inputs.name === `${inputs.deploymentGroupName}-errors`);
    assert.deepEqual(alarm?.inputs.dimensions, { FunctionName: inputs.deploymentGroupName });
    assert.deepEqual(inputs.alarmConfiguration, { enabled: true, alarms: [alarm?.inputs.name] });
    assert.ok(inputs.autoRollbackConfiguration.events.includes('DEPLOYMENT_STOP_ON_ALARM'));
    assert.match(inputs.deploymentConfigName, stage === 'dev' ? /AllAtOnce$/ : /Canary10Percent5Minutes$/);
  }
});

test('tables are encrypted with a key of the account', async () => {
  for (const { name, inputs } of await all('aws:dynamodb/table:Table'))
    assert.equal(inputs.serverSideEncryption.enabled, true, name);
});

test('every event that nobody waits for has a place to go when it fails', async () => {
  const queues = (await all('aws:sqs/queue:Queue')).map(({ name }) => name);
  for (const { name } of await all('aws:lambda/function:Function')) {
    const trigger = name.replace(/-function$/, '');
    assert.ok(trigger === 'http' || queues.includes(`${trigger}-dead-letters`), name);
  }
});

test('names begin with the project and the stage', async () => {
  const asked = await runProgram();
  const { name: prefix } = asked.find(({ type }) => type === 'aws:codedeploy/application:Application')?.inputs ?? {};
  for (const { type, inputs } of asked) {
    if (!/:(?:Function|Queue|Bucket|Table|Stream|Role|EventBus|Topic|Api|Schedule|MetricAlarm)$/.test(type)) continue;
    if (type.startsWith('aws:')) assert.ok((inputs.name ?? inputs.bucket).startsWith(prefix), `${type} ${inputs.name}`);
  }
});
