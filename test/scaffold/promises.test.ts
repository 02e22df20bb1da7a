import assert from 'node:assert/strict';
import { readTemplate } from '../../scripts/scaffold/cloudformation.mts';
import { brokenPromises, type Deployed } from '../../scripts/scaffold/promises.mts';

type Json = Record<string, unknown>;
interface Made {
  Type: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  UpdatePolicy?: Json;
  Properties: Json;
}
type Template = { Resources: Record<string, Made> };

const triggers = ['http', 'schedule', 'queue', 'object', 'stream', 'events'];
const deployed: Omit<Deployed, 'template'> = {
  name: 'orders',
  stage: 'prod',
  choices: {
    trigger: triggers,
    auth: 'jwt',
    state: 'dynamodb',
    monitoring: ['cloudwatch', 'xray'],
    secrets: 'secrets-manager',
    flags: 'none',
  },
  runtime: 'nodejs24.x',
  tags: { project: 'orders', stage: 'prod', 'managed-by': 'somebody' },
};
/** Nobody may come without TLS. */
const tlsOnly = { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': false } } };
const table = { SSESpecification: { SSEEnabled: true }, KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] };

describe('Promises of the infrastructure', () => {
  it('are all kept by a sound template', () =>
    assert.deepEqual(
      broken(() => {}),
      [],
    ));

  const mistakes: readonly [what: string, make: (template: Template) => void, sentence: RegExp][] = [
    ['a missing function', ({ Resources }) => delete Resources.queueFunction, /no function orders-prod-queue/],
    [
      'a function that nobody chose',
      ({ Resources }) => {
        Resources.helper = lambda('helper');
      },
      /orders-prod-helper belongs to no trigger/,
    ],
    ['memory left to chance', unset('httpFunction', 'MemorySize'), /no memory/],
    ['a time-out left to chance', unset('httpFunction', 'Timeout'), /no time-out/],
    ['another architecture', set('httpFunction', ['x86_64'], 'Architectures'), /arm64/],
    ['another runtime', set('httpFunction', 'nodejs20.x', 'Runtime'), /does not run on nodejs24/],
    ['a shared role', set('httpFunction', attribute('queueRole'), 'Role'), /shares its role/],
    ['no log group', without('httpLogs'), /http has no log group/],
    ['logs for ever', unset('httpLogs', 'RetentionInDays'), /httpLogs are kept for ever/],
    ['another alias', set('httpAlias', 'latest', 'Name'), /http has no alias live/],
    ['no traces', set('httpFunction', 'PassThrough', 'TracingConfig', 'Mode'), /no traces/],
    ['a missing variable', unset('httpFunction', 'Environment', 'Variables', 'ORDERS_TABLE'), /lacks ORDERS_TABLE/],
    ['a wrong variable', set('httpFunction', 'dev', 'Environment', 'Variables', 'STAGE'), /STAGE="dev"/],
    [
      'a variable too many',
      set('httpFunction', 'x', 'Environment', 'Variables', 'UPLOADS_BUCKET'),
      /UPLOADS_BUCKET, which nothing/,
    ],
    [
      'a plain secret',
      set('httpFunction', 'hunter2', 'Environment', 'Variables', 'API_KEY'),
      /a secret in its variable API_KEY/,
    ],
    [
      'a deployment at once',
      set('httpDeployment', 'CodeDeployDefault.LambdaAllAtOnce', 'DeploymentConfigName'),
      /deployed by CodeDeployDefault.LambdaAllAtOnce/,
    ],
    [
      'no gradual deployment',
      ({ Resources }) => delete Resources.httpAlias?.UpdatePolicy,
      /not deployed by CodeDeploy/,
    ],
    ['a blind deployment', set('httpDeployment', [], 'AlarmConfiguration', 'Alarms'), /does not look at its errors/],
    [
      'a deployment that stays',
      set('httpDeployment', false, 'AutoRollbackConfiguration', 'Enabled'),
      /does not go back/,
    ],
    ['all actions of a service', allow('httpRole', 'dynamodb:*', attribute('OrdersTable')), /allows dynamodb:\*/],
    ['some actions by pattern', allow('httpRole', 's3:Get*', 'arn:aws:s3:::x/*'), /allows s3:Get\*/],
    ['every resource', allow('httpRole', 'sqs:SendMessage', '*'), /sqs:SendMessage on every resource/],
    ['deleting orders', allow('queueRole', 'dynamodb:DeleteItem', attribute('OrdersTable')), /no use for/],
    ['reading orders', allow('queueRole', 'dynamodb:GetItem', attribute('OrdersTable')), /no use for/],
    ['a managed policy', set('httpRole', ['arn:aws:iam::aws:policy/x'], 'ManagedPolicyArns'), /managed policy/],
    [
      'a role for other accounts',
      set('schedulerRole', trust('scheduler.amazonaws.com', false), 'AssumeRolePolicyDocument'),
      /taken on for another account/,
    ],
    ['calls by anyone', unset('httpPermission', 'SourceArn'), /lets anyone of apigateway/],
    ['calls past the alias', set('httpPermission', attribute('httpFunction'), 'FunctionName'), /past the alias/],
    ['no dead letters', without('objectDeadLetters'), /no queue orders-prod-object-dead-letters/],
    ['dead letters for a day', set('queueDeadLetters', 86_400, 'MessageRetentionPeriod'), /not kept for 14 days/],
    ['a failure forgotten', unset('eventsInvoke', 'DestinationConfig'), /fails in orders-prod-events is forgotten/],
    ['failures of no version', unset('eventsInvoke', 'Qualifier'), /not those of its alias/],
    ['no second try', set('objectInvoke', 0, 'MaximumRetryAttempts'), /is not tried again/],
    ['no right to set aside', set('objectRole', [], 'Policies'), /object may not set aside/],
    ['no redrive', unset('OrdersQueue', 'RedrivePolicy'), /comes again for ever/],
    ['one try', set('OrdersQueue', 1, 'RedrivePolicy', 'maxReceiveCount'), /fewer than three/],
    ['a queue that keeps too long', set('OrdersQueue', 1_209_600, 'MessageRetentionPeriod'), /its clock goes on/],
    [
      'a queue under another name',
      set('OrdersQueue', 'orders-prod-orders', 'QueueName'),
      /no queue orders-prod-queue\b/,
    ],
    ['a queue that shows too early', set('OrdersQueue', 60, 'VisibilityTimeout'), /six times/],
    ['whole batches again', unset('queueMapping', 'FunctionResponseTypes'), /whole batch/],
    ['no limit to the queue', unset('queueMapping', 'ScalingConfig'), /how many batches/],
    ['a night forgotten', unset('Schedule', 'Target', 'DeadLetterConfig'), /night that could not be started/],
    ['a schedule that gives up', unset('Schedule', 'Target', 'RetryPolicy'), /schedule does not try again/],
    ['an event forgotten', unset('Rule', 'Targets', '0', 'DeadLetterConfig'), /cannot be delivered is forgotten/],
    [
      'a queue closed to its rule',
      set('eventsDeadLettersPolicy', [tlsOnly], 'PolicyDocument', 'Statement'),
      /EventBridge may not/,
    ],
    ['a record forgotten', unset('streamMapping', 'DestinationConfig'), /records that fail are forgotten/],
    ['no halving', set('streamMapping', false, 'BisectBatchOnFunctionError'), /whole batch along/],
    ['tries without end', set('streamMapping', -1, 'MaximumRetryAttempts'), /tried until it expires/],
    ['records of any age', set('streamMapping', -1, 'MaximumRecordAgeInSeconds'), /holds up its shard/],
    ['records gone too soon', set('streamMapping', 86_400, 'MaximumRecordAgeInSeconds'), /expire before somebody/],
    ['no decision about the end', ({ Resources }) => delete Resources.OrdersQueue?.DeletionPolicy, /nobody decided/],
    [
      'orders that go with the stack',
      ({ Resources }) => {
        if (Resources.OrdersTable) Resources.OrdersTable.DeletionPolicy = 'Delete';
      },
      /OrdersTable goes with the stack/,
    ],
    ['a plain table', unset('OrdersTable', 'SSESpecification'), /OrdersTable is not encrypted/],
    ['no way back', unset('OrdersTable', 'PointInTimeRecoverySpecification'), /earlier moment/],
    ['a table that grows', unset('IdempotencyTable', 'TimeToLiveSpecification'), /grows for ever/],
    [
      'an open bucket',
      set('UploadsBucket', false, 'PublicAccessBlockConfiguration', 'BlockPublicAcls'),
      /opened to the public/,
    ],
    ['a plain bucket', unset('UploadsBucket', 'BucketEncryption'), /UploadsBucket does not say how it is encrypted/],
    ['a bucket without TLS', without('UploadsBucketPolicy'), /UploadsBucket can be reached without TLS/],
    ['a plain queue', set('OrdersQueue', false, 'SqsManagedSseEnabled'), /OrdersQueue is not encrypted/],
    ['a queue without TLS', without('OrdersQueuePolicy'), /OrdersQueue can be reached without TLS/],
    ['a topic without TLS', without('TopicPolicy'), /Topic can be reached without TLS/],
    ['a plain stream', unset('Stream', 'StreamEncryption'), /Stream is not encrypted/],
    ['no throttling', unset('ApiStage', 'DefaultRouteSettings'), /no limit to calls/],
    ['no access log', unset('ApiStage', 'AccessLogSettings'), /no access log/],
    ['an open route', set('PlaceOrder', 'NONE', 'AuthorizationType'), /POST \/orders does not want a token/],
    [
      'a closed health check',
      ({ Resources }) => {
        const { AuthorizationType, AuthorizerId } = Resources.PlaceOrder?.Properties ?? {};
        Object.assign(Resources.Health?.Properties ?? {}, { AuthorizationType, AuthorizerId });
      },
      /GET \/health wants a token/,
    ],
    ['a route for everything', set('PlaceOrder', '$default', 'RouteKey'), /has the routes .*\$default/],
    ['tokens for anyone', unset('Authorizer', 'JwtConfiguration', 'Audience'), /from anyone or for anyone/],
    ['open CORS', set('Api', { AllowOrigins: ['*'] }, 'CorsConfiguration'), /pages of other sites/],
    ['a patient function', set('httpFunction', 60, 'Timeout'), /gives up before the function/],
    ['no errors alarm', without('httpErrors'), /no alarm orders-prod-http-errors/],
    ['an alarm for another', set('httpErrors', 'Invocations', 'MetricName'), /watches something else/],
    ['no alarm for the queue', without('queueAge'), /no alarm orders-prod-queue-age/],
    ['an alarm too late', set('httpDuration', 10_000, 'Threshold'), /four fifths/],
    [
      'dead letters unwatched',
      set('queueDeadLettersAlarm', [{ Name: 'QueueName', Value: 'orders-prod-orders' }], 'Dimensions'),
      /nobody hears of dead letters of queue/,
    ],
    ['an alarm that nobody hears', unset('httpErrors', 'AlarmActions'), /nobody hears of httpErrors/],
    ['no dashboard', without('Dashboard'), /no dashboard/],
    ['no secret', without('SigningKey'), /no secret for the signing key/],
    ['a secret in the template', set('SigningKey', 'hunter2', 'SecretString'), /stands in the template/],
  ];
  for (const [what, make, sentence] of mistakes)
    it(`find ${what}`, () => {
      const sentences = broken(make);
      assert.ok(
        sentences.some(found => sentence.test(found)),
        `found only: ${sentences.join(' | ') || 'nothing'}`,
      );
    });

  it('find missing tags', () => {
    const sentences = brokenPromises({ ...deployed, template: sound(), tags: {} });
    assert.equal(sentences.filter(found => /tagged with/.test(found)).length, 3);
  });
});

describe('A CloudFormation template', () => {
  const template = {
    Parameters: {
      Stage: { Type: 'String' },
      Origins: { Type: 'CommaDelimitedList', Default: '' },
      Issuer: { Type: 'String', AllowedPattern: '^https://.+$' },
    },
    Conditions: {
      IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
      IsOther: { 'Fn::Not': [{ Condition: 'IsProd' }] },
      HasOrigins: { 'Fn::Not': [{ 'Fn::Equals': [{ 'Fn::Join': ['', { Ref: 'Origins' }] }, ''] }] },
    },
    Mappings: { Sizes: { prod: { Memory: 512 } } },
    Resources: {
      One: {
        Type: 'AWS::X',
        Properties: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of CloudFormation look like that.
          Name: { 'Fn::Sub': 'a-${Stage}-${!Kept}-${Two.Arn}' },
          Memory: { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Memory'] },
          Cors: { 'Fn::If': ['HasOrigins', { Ref: 'Origins' }, { Ref: 'AWS::NoValue' }] },
          Target: { 'Fn::Join': [':', [{ 'Fn::GetAtt': ['Two', 'Arn'] }, 'live']] },
          Issuer: { Ref: 'Issuer' },
        },
      },
      Two: { Type: 'AWS::X', Condition: 'IsOther', Properties: {} },
    },
  };

  it('is read as it comes to be', () => {
    const [one, ...others] = readTemplate(template, { Stage: 'prod', Issuer: '' });
    assert.deepEqual(others, []);
    assert.deepEqual(one?.properties, {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of CloudFormation look like that.
      Name: 'a-prod-${Kept}-@Two.Arn',
      Memory: 512,
      Target: '@Two.Arn:live',
      Issuer: 'given-Issuer',
    });
  });

  it('keeps what its conditions let in', () => {
    const [one, two] = readTemplate(template, { Stage: 'prod', Origins: 'https://a.example,https://b.example' });
    assert.deepEqual(one?.properties.Cors, ['https://a.example', 'https://b.example']);
    assert.equal(two, undefined);
  });

  it('is refused where it says what is not understood', () =>
    assert.throws(
      () => readTemplate({ Resources: { One: { Type: 'AWS::X', Properties: { A: { 'Fn::Cidr': [] } } } } }),
      /Fn::Cidr/,
    ));
});

function broken(mistake: (template: Template) => void): string[] {
  const template = sound();
  mistake(template);
  return brokenPromises({ ...deployed, template });
}

/** A template that keeps everything. */
function sound(): Template {
  const resources: Record<string, Made> = {
    IdempotencyTable: kept('DynamoDB::Table', {
      ...table,
      TimeToLiveSpecification: { AttributeName: 'expiration', Enabled: true },
    }),
    OrdersTable: kept('DynamoDB::Table', {
      ...table,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
    SigningKey: kept('SecretsManager::Secret', {
      Name: 'orders/prod/signing-key',
      GenerateSecretString: { PasswordLength: 64 },
    }),
    Topic: made('SNS::Topic', { TopicName: 'orders-prod-alarms' }),
    TopicPolicy: made('SNS::TopicPolicy', { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: [tlsOnly] } }),
    Dashboard: made('CloudWatch::Dashboard', {}),

    Api: made('ApiGatewayV2::Api', { Name: 'orders-prod' }),
    ApiLogs: made('Logs::LogGroup', { RetentionInDays: 30 }),
    ApiStage: made('ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { DestinationArn: attribute('ApiLogs') },
    }),
    Authorizer: made('ApiGatewayV2::Authorizer', { JwtConfiguration: { Issuer: 'https://x', Audience: ['orders'] } }),
    Integration: made('ApiGatewayV2::Integration', { IntegrationUri: { Ref: 'httpAlias' } }),
    PlaceOrder: route('POST /orders', true),
    ReadOrder: route('GET /orders/{id}', true),
    Health: route('GET /health', false),
    httpPermission: made('Lambda::Permission', {
      Principal: 'apigateway.amazonaws.com',
      SourceArn: 'arn:aws:execute-api:x',
      FunctionName: { Ref: 'httpAlias' },
    }),
    http5xx: alarm('http-5xx'),
    httpLatency: alarm('http-latency'),

    schedulerRole: made('IAM::Role', {
      AssumeRolePolicyDocument: trust('scheduler.amazonaws.com', true),
      Policies: [policy([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: attribute('scheduleDeadLetters') }])],
    }),
    Schedule: made('Scheduler::Schedule', {
      Target: {
        Arn: { Ref: 'scheduleAlias' },
        RoleArn: attribute('schedulerRole'),
        RetryPolicy: { MaximumRetryAttempts: 10 },
        DeadLetterConfig: { Arn: attribute('scheduleDeadLetters') },
      },
    }),

    ...queue('OrdersQueue', 'queue', {
      VisibilityTimeout: 120,
      MessageRetentionPeriod: 345_600,
      RedrivePolicy: { deadLetterTargetArn: attribute('queueDeadLetters'), maxReceiveCount: 5 },
    }),
    queueMapping: made('Lambda::EventSourceMapping', {
      FunctionName: { Ref: 'queueAlias' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    }),
    queueAge: alarm('queue-age'),
    queueDepth: alarm('queue-depth'),

    UploadsBucket: kept('S3::Bucket', {
      BucketEncryption: {},
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      NotificationConfiguration: { LambdaConfigurations: [{ Function: { Ref: 'objectAlias' } }] },
    }),
    UploadsBucketPolicy: made('S3::BucketPolicy', {
      Bucket: { Ref: 'UploadsBucket' },
      PolicyDocument: { Statement: [tlsOnly] },
    }),

    Stream: kept('Kinesis::Stream', { Name: 'orders-prod-stream', StreamEncryption: { EncryptionType: 'KMS' } }),
    streamMapping: made('Lambda::EventSourceMapping', {
      FunctionName: { Ref: 'streamAlias' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 21_600,
      DestinationConfig: { OnFailure: { Destination: attribute('streamDeadLetters') } },
    }),
    streamAge: alarm('stream-age'),

    Rule: made('Events::Rule', {
      Targets: [
        {
          Arn: { Ref: 'eventsAlias' },
          RetryPolicy: { MaximumRetryAttempts: 10 },
          DeadLetterConfig: { Arn: attribute('eventsDeadLetters') },
        },
      ],
    }),
  };
  for (const trigger of triggers) Object.assign(resources, functionOf(trigger));
  const forRule = { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:x:rule/orders' } };
  const fromRule = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Condition: forRule };
  set('eventsDeadLettersPolicy', [tlsOnly, fromRule], 'PolicyDocument', 'Statement')({ Resources: resources });
  return structuredClone({ Resources: resources });
}

/** A function with everything that each has. */
function functionOf(trigger: string): Record<string, Made> {
  const isAsynchronous = ['schedule', 'object', 'events'].includes(trigger);
  const aside = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: attribute(`${trigger}DeadLetters`) };
  const statements = [
    { Effect: 'Allow', Action: ['xray:PutTraceSegments'], Resource: '*' },
    { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: attribute('OrdersTable') },
    ...(trigger === 'http' ? [] : [aside]),
  ];
  return {
    [`${trigger}Function`]: lambda(trigger),
    [`${trigger}Role`]: made('IAM::Role', {
      AssumeRolePolicyDocument: trust('lambda.amazonaws.com', false),
      Policies: [policy(statements)],
    }),
    [`${trigger}Logs`]: made('Logs::LogGroup', {
      LogGroupName: `/aws/lambda/orders-prod-${trigger}`,
      RetentionInDays: 30,
    }),
    [`${trigger}Alias`]: {
      ...made('Lambda::Alias', { Name: 'live', FunctionName: { Ref: `${trigger}Function` } }),
      UpdatePolicy: { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: `${trigger}Deployment` } } },
    },
    [`${trigger}Deployment`]: made('CodeDeploy::DeploymentGroup', {
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: `${trigger}Errors` } }] },
      AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_STOP_ON_ALARM'] },
    }),
    [`${trigger}Errors`]: alarm(`${trigger}-errors`, 'FunctionName', `orders-prod-${trigger}`, {
      MetricName: 'Errors',
    }),
    [`${trigger}Throttles`]: alarm(`${trigger}-throttles`),
    [`${trigger}Duration`]: alarm(`${trigger}-duration`, 'FunctionName', '', { Threshold: 16_000 }),
    ...(isAsynchronous && {
      [`${trigger}Invoke`]: made('Lambda::EventInvokeConfig', {
        FunctionName: { Ref: `${trigger}Function` },
        Qualifier: 'live',
        MaximumRetryAttempts: 2,
        MaximumEventAgeInSeconds: 3600,
        DestinationConfig: { OnFailure: { Destination: attribute(`${trigger}DeadLetters`) } },
      }),
    }),
    ...(trigger !== 'http' && {
      ...queue(`${trigger}DeadLetters`, `${trigger}-dead-letters`, { MessageRetentionPeriod: 1_209_600 }),
      [`${trigger}DeadLettersAlarm`]: alarm(
        `${trigger}-dead-letters`,
        'QueueName',
        attribute(`${trigger}DeadLetters`, 'QueueName'),
      ),
    }),
  };
}

function lambda(trigger: string): Made {
  return made('Lambda::Function', {
    FunctionName: `orders-prod-${trigger}`,
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    MemorySize: 512,
    Timeout: 20,
    Role: attribute(`${trigger}Role`),
    TracingConfig: { Mode: 'Active' },
    Environment: {
      Variables: {
        STAGE: 'prod',
        POWERTOOLS_SERVICE_NAME: 'orders',
        POWERTOOLS_METRICS_NAMESPACE: 'orders',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        IDEMPOTENCY_TABLE: { Ref: 'IdempotencyTable' },
        ORDERS_TABLE: { Ref: 'OrdersTable' },
        SIGNING_KEY_SECRET: { Ref: 'SigningKey' },
        OTEL_SERVICE_NAME: `orders-${trigger}`,
        ...(trigger === 'object' && { UPLOADS_BUCKET: { Ref: 'UploadsBucket' } }),
      },
    },
  });
}

function queue(id: string, name: string, settings: Json): Record<string, Made> {
  return {
    [id]: kept('SQS::Queue', { QueueName: `orders-prod-${name}`, SqsManagedSseEnabled: true, ...settings }),
    [`${id}Policy`]: made('SQS::QueuePolicy', { Queues: [{ Ref: id }], PolicyDocument: { Statement: [tlsOnly] } }),
  };
}

function route(key: string, wantsToken: boolean): Made {
  const token = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } };
  return made('ApiGatewayV2::Route', { RouteKey: key, ...(wantsToken && token) });
}

function alarm(name: string, dimension = 'FunctionName', value: unknown = '', settings: Json = {}): Made {
  return made('CloudWatch::Alarm', {
    AlarmName: `orders-prod-${name}`,
    Dimensions: [{ Name: dimension, Value: value }],
    TreatMissingData: 'notBreaching',
    AlarmActions: [{ Ref: 'Topic' }],
    OKActions: [{ Ref: 'Topic' }],
    ...settings,
  });
}

function trust(service: string, isOwn: boolean): Json {
  const condition = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
  return { Statement: [{ Principal: { Service: service }, ...(isOwn && { Condition: condition }) }] };
}

function policy(statements: readonly Json[]): Json {
  return { PolicyName: 'rights', PolicyDocument: { Statement: statements } };
}

function attribute(id: string, name = 'Arn'): Json {
  return { 'Fn::GetAtt': [id, name] };
}

function made(type: string, properties: Json): Made {
  return { Type: `AWS::${type}`, Properties: properties };
}

function kept(type: string, properties: Json): Made {
  return { ...made(type, properties), DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
}

type Mistake = (template: Template) => void;

function without(id: string): Mistake {
  return ({ Resources }) => {
    assert.ok(Resources[id], id);
    delete Resources[id];
  };
}

/** Sets what is at a path of names below a resource's properties. */
function set(id: string, value: unknown, ...path: string[]): Mistake {
  return template => change(template, id, path, (parent, key) => (parent[key] = value));
}

function unset(id: string, ...path: string[]): Mistake {
  return template =>
    change(template, id, path, (parent, key) => {
      assert.ok(key in parent, `${id} has no ${path.join('.')}`);
      delete parent[key];
    });
}

function allow(role: string, action: string, resource: unknown): Mistake {
  return set(role, [policy([{ Effect: 'Allow', Action: action, Resource: resource }])], 'Policies');
}

function change(template: Template, id: string, path: string[], act: (parent: Json, key: string) => void): void {
  const last = path.at(-1) ?? '';
  let parent = template.Resources[id]?.Properties;
  for (const key of path.slice(0, -1)) parent = parent?.[key] as Json | undefined;
  assert.ok(parent, `${id} has no ${path.join('.')}`);
  act(parent, last);
}
