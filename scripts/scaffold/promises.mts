/**
 * What a generated project promises of its infrastructure, held against the CloudFormation that it comes to: SAM translated, or what
 * the Serverless Framework packaged. (Terraform and Pulumi projects carry tests of their own for the same promises.)
 */
import { type Choices, listOf as chosen } from '../../src/core/scaffold/choices';
import { at, listOf, type Resource, readTemplate, type Value } from './cloudformation.mts';

export interface Deployed {
  /** The project's name. */
  readonly name: string;
  readonly stage: 'dev' | 'staging' | 'prod';
  readonly choices: Choices;
  /** The runtime that the language runs on, for example `nodejs24.x`. */
  readonly runtime: string;
  readonly template: unknown;
  /** What the stage sets. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The tags of the stack, which CloudFormation puts on everything in it. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The bucket that the Serverless Framework makes for its packages: nothing in it is anybody's data. */
const packages = 'ServerlessDeploymentBucket';

/** What knows no narrower resource than all of them. */
const withoutResource: readonly string[] = [
  // Spans have no name before they are written.
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
  // CodeDeploy asks as AWS's own policy for it does.
  'cloudwatch:DescribeAlarms',
  // Lambda puts functions into a VPC with these, before there is an interface to name.
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

const day = 86_400;

/** The promises that are not kept, each as a sentence. */
export function brokenPromises(deployed: Deployed): string[] {
  const stack = new Stack(deployed);
  return [functions, environment, deployments, rights, failures, queueAndStream, stores, httpApi, alarms, secrets, tags]
    .flatMap(promise => promise(stack))
    .map(sentence => `${deployed.stage}: ${sentence}`);
}

interface Lambda {
  readonly trigger: string;
  readonly name: string;
  readonly resource: Resource;
  readonly alias: Resource | undefined;
}

/** The resources of a stack, and what questions about them have in common. */
class Stack {
  readonly deployed: Deployed;
  readonly prefix: string;
  readonly triggers: readonly string[];
  readonly functions: readonly Lambda[];
  private readonly resources: readonly Resource[];

  constructor(deployed: Deployed) {
    this.deployed = deployed;
    this.prefix = `${deployed.name}-${deployed.stage}`;
    this.triggers = chosen(deployed.choices.trigger);
    this.resources = readTemplate(deployed.template, deployed.parameters);
    this.functions = this.all('Lambda::Function').map(resource => {
      const name = String(at(resource.properties, 'FunctionName'));
      const alias = this.all('Lambda::Alias').find(
        ({ properties }) =>
          at(properties, 'Name') === 'live' && isOf(at(properties, 'FunctionName'), resource, 'FunctionName'),
      );
      return { trigger: name.replace(`${this.prefix}-`, ''), name, resource, alias };
    });
  }

  all(type: string): Resource[] {
    return this.resources.filter(resource => resource.type === `AWS::${type}`);
  }

  chose(choice: string, ...options: string[]): boolean {
    return chosen(this.deployed.choices[choice]).some(option => options.includes(option));
  }

  function(trigger: string): Lambda | undefined {
    return this.functions.find(({ name }) => name === `${this.prefix}-${trigger}`);
  }

  /** A resource with a name of the project. */
  named(type: string, property: string, suffix: string): Resource | undefined {
    return this.all(type).find(({ properties }) => at(properties, property) === `${this.prefix}-${suffix}`);
  }

  deadLetters(trigger: string): Resource | undefined {
    return this.named('SQS::Queue', 'QueueName', `${trigger}-dead-letters`);
  }

  /** Whether a value means the alias of a function, and not whatever version is the newest. */
  isLive(value: Value | undefined, { name, resource, alias }: Lambda): boolean {
    const text = String(value);
    return (
      (alias !== undefined && new RegExp(`@${alias.id}(?![A-Za-z0-9.])`).test(text)) ||
      text.includes(`@${resource.id}.Arn:live`) ||
      text.includes(`:function:${name}:live`)
    );
  }

  /** The statements of a role. */
  statements(role: Resource | undefined): Value[] {
    return listOf(at(role?.properties, 'Policies')).flatMap(policy => [
      ...listOf(at(policy, 'PolicyDocument', 'Statement')),
    ]);
  }

  /** The statements that a resource itself has about who may use it. */
  resourceStatements(type: string, property: string, resource: Resource): Value[] {
    return this.all(type)
      .filter(({ properties }) => listOf(at(properties, property)).some(value => isOf(value, resource)))
      .flatMap(({ properties }) => [...listOf(at(properties, 'PolicyDocument', 'Statement'))]);
  }

  roleOf(lambda: Lambda | undefined): Resource | undefined {
    return this.all('IAM::Role').find(role => isOf(at(lambda?.resource.properties, 'Role'), role));
  }

  maySend(role: Resource | undefined, queue: Resource): boolean {
    return this.statements(role).some(
      statement =>
        at(statement, 'Effect') === 'Allow' &&
        listOf(at(statement, 'Action')).includes('sqs:SendMessage') &&
        listOf(at(statement, 'Resource')).some(value => isOf(value, queue, 'QueueName')),
    );
  }
}

/** Whether a value refers to a resource, by its identifier in the template or by the name that it has. */
function isOf(value: Value | undefined, { id, properties }: Resource, property = ''): boolean {
  if (typeof value !== 'string') return false;
  const [target] = value.slice(1).split(/[.:/]/);
  if (value.startsWith('@')) return target === id;
  const name = at(properties, property);
  return typeof name === 'string' && (value === name || value.endsWith(`:${name}`));
}

/** Sentences for what is not so. */
function unless(...promises: readonly (readonly [isKept: boolean, sentence: string])[]): string[] {
  return promises.filter(([isKept]) => !isKept).map(([, sentence]) => sentence);
}

function isPositive(value: Value | undefined): boolean {
  return Number(value) > 0;
}

function functions(stack: Stack): string[] {
  const roles = stack.functions.map(({ resource }) => String(at(resource.properties, 'Role')));
  return [
    ...stack.triggers.flatMap(trigger =>
      unless([stack.function(trigger) !== undefined, `no function ${stack.prefix}-${trigger}.`]),
    ),
    ...stack.functions.flatMap(({ name, trigger, resource: { properties }, alias }) => {
      const logs = stack
        .all('Logs::LogGroup')
        .find(group => at(group.properties, 'LogGroupName') === `/aws/lambda/${name}`);
      const role = String(at(properties, 'Role'));
      const traced = at(properties, 'TracingConfig', 'Mode') === 'Active';
      const group = at(properties, 'LoggingConfig', 'LogGroup');
      return unless(
        [stack.triggers.includes(trigger), `${name} belongs to no trigger that was chosen.`],
        [isPositive(at(properties, 'MemorySize')), `${name} has no memory of its own choice.`],
        [isPositive(at(properties, 'Timeout')), `${name} has no time-out of its own choice.`],
        [JSON.stringify(at(properties, 'Architectures')) === '["arm64"]', `${name} does not run on arm64.`],
        [at(properties, 'Runtime') === stack.deployed.runtime, `${name} does not run on ${stack.deployed.runtime}.`],
        [roles.filter(other => other === role).length === 1, `${name} shares its role with another function.`],
        [logs !== undefined, `${name} has no log group in the template, so its logs are kept for ever.`],
        [group === undefined || (logs !== undefined && isOf(group, logs, 'LogGroupName')), `${name} logs elsewhere.`],
        [alias !== undefined, `${name} has no alias live.`],
        [
          traced === stack.chose('monitoring', 'xray'),
          `${name} ${traced ? 'sends traces to X-Ray, which nobody chose' : 'sends no traces to X-Ray'}.`,
        ],
      );
    }),
    ...stack
      .all('Logs::LogGroup')
      .flatMap(({ id, properties }) =>
        unless([isPositive(at(properties, 'RetentionInDays')), `the logs in ${id} are kept for ever.`]),
      ),
  ];
}

function environment(stack: Stack): string[] {
  const { name, stage } = stack.deployed;
  const isOtlp = stack.chose('monitoring', 'opentelemetry', 'new-relic', 'datadog');
  const isDatadog = stack.chose('monitoring', 'datadog');
  /** Each variable: whether it belongs to the function, and what it has to be. */
  const expected = (trigger: string): Record<string, readonly [belongs: boolean, pattern: RegExp]> => ({
    STAGE: [true, new RegExp(`^${stage}$`)],
    POWERTOOLS_SERVICE_NAME: [true, new RegExp(`^${name}$`)],
    POWERTOOLS_METRICS_NAMESPACE: [true, new RegExp(`^${name}$`)],
    POWERTOOLS_LOG_LEVEL: [true, stage === 'dev' ? /^DEBUG$/ : /^INFO$/],
    IDEMPOTENCY_TABLE: [true, /./],
    ORDERS_TABLE: [stack.chose('state', 'dynamodb'), /./],
    ORDERS_BUCKET: [stack.chose('state', 's3'), /./],
    REDIS_URL: [stack.chose('state', 'redis'), /^rediss:\/\/.+:(?:6379|@\w+\.Endpoint\.Port)$/],
    UPLOADS_BUCKET: [trigger === 'object', /./],
    SIGNING_KEY_SECRET: [stack.chose('secrets', 'secrets-manager'), /^@/],
    SIGNING_KEY_PARAMETER: [stack.chose('secrets', 'parameter-store'), new RegExp(`^/${name}/${stage}/signing-key$`)],
    FEATURE_FLAGS: [stack.chose('flags', 'openfeature'), /^\{.*\}$/],
    OTEL_SERVICE_NAME: [isOtlp || stack.chose('monitoring', 'xray'), new RegExp(`^${name}-${trigger}$`)],
    OTEL_EXPORTER_OTLP_ENDPOINT: [isOtlp, isDatadog ? /^http:\/\/localhost:4318$/ : /./],
    TELEMETRY_SECRET: [
      stack.chose('monitoring', 'opentelemetry', 'new-relic'),
      new RegExp(`^${name}/${stage}/telemetry$`),
    ],
    DD_API_KEY_SECRET_ARN: [isDatadog, new RegExp(`:secret:${name}/${stage}/telemetry$`)],
    DD_SITE: [isDatadog, /./],
    DD_ENV: [isDatadog, new RegExp(`^${stage}$`)],
    DD_SERVICE: [isDatadog, new RegExp(`^${name}-${trigger}$`)],
    DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: [isDatadog, /^localhost:4318$/],
  });
  return stack.functions.flatMap(({ name: title, trigger, resource }) =>
    Object.entries(expected(trigger)).flatMap(([variable, [belongs, pattern]]) => {
      const value = at(resource.properties, 'Environment', 'Variables', variable);
      if (!belongs) return unless([value === undefined, `${title} has ${variable}, which nothing calls for.`]);
      if (value === undefined) return [`${title} lacks ${variable}.`];
      return unless([pattern.test(String(value)), `${title} has ${variable}=${JSON.stringify(value)}.`]);
    }),
  );
}

/** A new version gets a part of the calls first, and is taken back when its errors alarm fires. */
function deployments(stack: Stack): string[] {
  return stack.functions.flatMap(({ name, alias }) => {
    const groupName = at(alias?.updatePolicy, 'CodeDeployLambdaAliasUpdate', 'DeploymentGroupName');
    const group = stack.all('CodeDeploy::DeploymentGroup').find(candidate => isOf(groupName, candidate))?.properties;
    if (!group) return [`${name} is not deployed by CodeDeploy, so a new version gets all calls at once.`];
    const config = String(at(group, 'DeploymentConfigName'));
    const watched = listOf(at(group, 'AlarmConfiguration', 'Alarms')).map(alarm => at(alarm, 'Name'));
    const errors = stack.named('CloudWatch::Alarm', 'AlarmName', `${name.slice(stack.prefix.length + 1)}-errors`);
    if (stack.deployed.stage === 'dev')
      return unless([config === 'CodeDeployDefault.LambdaAllAtOnce', `${name} makes people wait in dev.`]);
    return unless(
      [config === 'CodeDeployDefault.LambdaCanary10Percent5Minutes', `${name} is deployed by ${config}.`],
      [
        at(group, 'AlarmConfiguration', 'Enabled') === true &&
          errors !== undefined &&
          watched.some(alarm => isOf(alarm, errors, 'AlarmName')),
        `a deployment of ${name} does not look at its errors alarm.`,
      ],
      [
        at(group, 'AutoRollbackConfiguration', 'Enabled') === true &&
          listOf(at(group, 'AutoRollbackConfiguration', 'Events')).includes('DEPLOYMENT_STOP_ON_ALARM'),
        `${name} does not go back when an alarm stops its deployment.`,
      ],
    );
  });
}

function rights(stack: Stack): string[] {
  const roles = [...stack.all('IAM::Role'), ...stack.all('IAM::Policy'), ...stack.all('IAM::ManagedPolicy')];
  const ofRoles = roles.flatMap(role => {
    const own = at(role.properties, 'PolicyDocument');
    const statements = own ? [...listOf(at(own, 'Statement'))] : stack.statements(role);
    return [
      ...unless([
        listOf(at(role.properties, 'ManagedPolicyArns')).length === 0,
        `${role.id} has a managed policy, which somebody else may widen.`,
      ]),
      ...statements.flatMap(statement => {
        if (at(statement, 'Effect') !== 'Allow') return [];
        const title = `${role.id} (${String(at(statement, 'Sid') ?? listOf(at(statement, 'Action'))[0])})`;
        const actions = listOf(at(statement, 'Action')).map(String);
        const isForAll = listOf(at(statement, 'Resource')).includes('*');
        return unless(
          [
            actions.length > 0 && !actions.some(action => action.includes('*')),
            `${title} allows ${actions.join(', ')}.`,
          ],
          [at(statement, 'NotResource') === undefined, `${title} allows everything but some resources.`],
          [
            !isForAll || actions.every(action => withoutResource.includes(action)),
            `${title} allows ${actions.join(', ')} on every resource.`,
          ],
        );
      }),
      ...listOf(at(role.properties, 'AssumeRolePolicyDocument', 'Statement')).flatMap(statement => {
        const service = at(statement, 'Principal', 'Service');
        // Lambda takes roles by iam:PassRole only; the others could be talked into it by another account.
        const isOwn = at(statement, 'Condition', 'StringEquals', 'aws:SourceAccount') !== undefined;
        return unless(
          [typeof service === 'string', `${role.id} can be taken on by more than one service.`],
          [service === 'lambda.amazonaws.com' || isOwn, `${role.id} can be taken on for another account.`],
        );
      }),
    ];
  });
  const ofReaders = stack.functions.flatMap(({ name, trigger, ...lambda }) => {
    const actions = stack
      .statements(stack.roleOf({ name, trigger, ...lambda }))
      .filter(statement => String(at(statement, 'Sid')) !== 'RememberWhatIsDone' && at(statement, 'Effect') === 'Allow')
      .filter(statement =>
        listOf(at(statement, 'Resource')).some(value => /^@Orders(?:Table|Bucket)/.test(String(value))),
      )
      .flatMap(statement => listOf(at(statement, 'Action')).map(String));
    const allowed = trigger === 'http' ? /:(?:Get|Put|List)/ : /:Put/;
    return actions
      .filter(action => !allowed.test(action))
      .map(action => `${name} may do ${action} to orders, which it has no use for.`);
  });
  const ofCalls = stack.all('Lambda::Permission').flatMap(({ id, properties }) =>
    unless(
      [
        // SAM names only the account for a bucket of the same template, which would refer to itself otherwise.
        at(properties, 'SourceArn') !== undefined || at(properties, 'SourceAccount') !== undefined,
        `${id} lets anyone of ${String(at(properties, 'Principal'))} call.`,
      ],
      [
        at(properties, 'Principal') !== 's3.amazonaws.com' || at(properties, 'SourceAccount') !== undefined,
        `${id} would let a later owner of the bucket's name call.`,
      ],
      [
        stack.functions.some(lambda => stack.isLive(at(properties, 'FunctionName'), lambda)),
        `${id} allows calls that go past the alias live.`,
      ],
    ),
  );
  return [...ofRoles, ...ofReaders, ...ofCalls];
}

/** What nobody waits for has a place to go when it fails. */
function failures(stack: Stack): string[] {
  const asynchronous = stack.triggers.filter(trigger => trigger !== 'http');
  return asynchronous.flatMap(trigger => {
    const lambda = stack.function(trigger);
    const queue = stack.deadLetters(trigger);
    if (!lambda) return [];
    if (!queue) return [`no queue ${stack.prefix}-${trigger}-dead-letters for what fails.`];
    const goesThere = (value: Value | undefined): boolean => isOf(value, queue, 'QueueName');
    const maySend = stack.maySend(stack.roleOf(lambda), queue);
    const sentences = unless([
      Number(at(queue.properties, 'MessageRetentionPeriod')) === 14 * day,
      `dead letters of ${trigger} are not kept for 14 days.`,
    ]);
    if (trigger === 'schedule' || trigger === 'object' || trigger === 'events') {
      const config = stack
        .all('Lambda::EventInvokeConfig')
        .find(({ properties }) => isOf(at(properties, 'FunctionName'), lambda.resource, 'FunctionName'))?.properties;
      sentences.push(
        ...unless(
          [
            goesThere(at(config, 'DestinationConfig', 'OnFailure', 'Destination')),
            `what fails in ${lambda.name} is forgotten.`,
          ],
          [at(config, 'Qualifier') === 'live', `the retries of ${lambda.name} are not those of its alias live.`],
          [isPositive(at(config, 'MaximumRetryAttempts')), `${lambda.name} is not tried again.`],
          [isPositive(at(config, 'MaximumEventAgeInSeconds')), `${lambda.name} has no limit to the age of events.`],
          [maySend, `${lambda.name} may not set aside what failed.`],
        ),
      );
    }
    if (trigger === 'queue') {
      const source = stack.named('SQS::Queue', 'QueueName', 'queue')?.properties;
      const redrive = at(source, 'RedrivePolicy');
      sentences.push(
        ...unless(
          [source !== undefined, `no queue ${stack.prefix}-queue.`],
          [goesThere(at(redrive, 'deadLetterTargetArn')), 'a message that always fails comes again for ever.'],
          [Number(at(redrive, 'maxReceiveCount')) >= 3, 'a message is given up after fewer than three tries.'],
          [
            Number(at(source, 'MessageRetentionPeriod') ?? 4 * day) < 14 * day,
            'a message that waited long expires as soon as it is set aside: its clock goes on.',
          ],
        ),
      );
    }
    if (trigger === 'schedule') {
      const target = at(stack.all('Scheduler::Schedule')[0]?.properties, 'Target');
      const role = stack.all('IAM::Role').find(candidate => isOf(at(target, 'RoleArn'), candidate));
      sentences.push(
        ...unless(
          [goesThere(at(target, 'DeadLetterConfig', 'Arn')), 'a night that could not be started is forgotten.'],
          [stack.isLive(at(target, 'Arn'), lambda), 'the schedule goes past the alias live.'],
          [isPositive(at(target, 'RetryPolicy', 'MaximumRetryAttempts')), 'the schedule does not try again.'],
          [stack.maySend(role, queue), 'the scheduler may not set aside what it could not start.'],
        ),
      );
    }
    if (trigger === 'events') {
      const [rule] = stack.all('Events::Rule');
      const [target] = listOf(at(rule?.properties, 'Targets'));
      const lets = stack
        .resourceStatements('SQS::QueuePolicy', 'Queues', queue)
        .find(statement => at(statement, 'Principal', 'Service') === 'events.amazonaws.com');
      sentences.push(
        ...unless(
          [goesThere(at(target, 'DeadLetterConfig', 'Arn')), 'an event that cannot be delivered is forgotten.'],
          [stack.isLive(at(target, 'Arn'), lambda), 'the rule goes past the alias live.'],
          [isPositive(at(target, 'RetryPolicy', 'MaximumRetryAttempts')), 'the rule does not try again.'],
          [
            lets !== undefined && at(lets, 'Condition', 'ArnEquals', 'aws:SourceArn') !== undefined,
            'EventBridge may not set aside what it could not deliver, or every rule of every account may.',
          ],
        ),
      );
    }
    if (trigger === 'object') {
      const uploads = stack.all('S3::Bucket').map(bucket => at(bucket.properties, 'NotificationConfiguration'));
      const told = uploads.flatMap(notification => [...listOf(at(notification, 'LambdaConfigurations'))]);
      sentences.push(
        ...unless([
          told.length > 0 && told.every(configuration => stack.isLive(at(configuration, 'Function'), lambda)),
          'the bucket does not tell the alias live of new files.',
        ]),
      );
    }
    if (trigger === 'stream') {
      const mapping = mappingOf(stack, lambda)?.properties;
      sentences.push(
        ...unless(
          [goesThere(at(mapping, 'DestinationConfig', 'OnFailure', 'Destination')), 'records that fail are forgotten.'],
          [at(mapping, 'BisectBatchOnFunctionError') === true, 'a bad record takes its whole batch along.'],
          [isPositive(at(mapping, 'MaximumRetryAttempts')), 'a bad record is tried until it expires.'],
          [isPositive(at(mapping, 'MaximumRecordAgeInSeconds')), 'a bad record holds up its shard until it expires.'],
          [maySend, `${lambda.name} may not set aside what failed.`],
        ),
      );
    }
    return sentences;
  });
}

function queueAndStream(stack: Stack): string[] {
  return stack.triggers.flatMap(trigger => {
    const lambda = stack.function(trigger);
    if (!lambda || (trigger !== 'queue' && trigger !== 'stream')) return [];
    const mapping = mappingOf(stack, lambda)?.properties;
    const sentences = unless(
      [stack.isLive(at(mapping, 'FunctionName'), lambda), `the ${trigger} goes past the alias live.`],
      [
        listOf(at(mapping, 'FunctionResponseTypes')).includes('ReportBatchItemFailures'),
        `one failure in a batch of the ${trigger} has the whole batch done again.`,
      ],
    );
    if (trigger === 'stream') {
      const stream = stack.named('Kinesis::Stream', 'Name', 'stream');
      const retention = Number(at(stream?.properties, 'RetentionPeriodHours') ?? 24) * 3600;
      const age = Number(at(mapping, 'MaximumRecordAgeInSeconds'));
      return [
        ...sentences,
        ...unless(
          [stream !== undefined, `no stream ${stack.prefix}-stream.`],
          // What is set aside names the records and does not hold them.
          [retention >= age + 12 * 3600, 'records that were set aside expire before somebody can fetch them.'],
        ),
      ];
    }
    const queue = stack.named('SQS::Queue', 'QueueName', 'queue')?.properties;
    const timeout = Number(at(lambda.resource.properties, 'Timeout'));
    return [
      ...sentences,
      ...unless(
        [
          Number(at(queue, 'VisibilityTimeout')) >= 6 * timeout,
          'the queue shows a message again in less than six times the time-out of the function.',
        ],
        [
          Number(at(mapping, 'ScalingConfig', 'MaximumConcurrency')) >= 2,
          'the queue has no limit to how many batches are worked on at once.',
        ],
      ),
    ];
  });
}

function mappingOf(stack: Stack, { resource, alias }: Lambda): Resource | undefined {
  return stack
    .all('Lambda::EventSourceMapping')
    .find(({ properties }) =>
      [resource, alias].some(target => target && isOf(at(properties, 'FunctionName'), target, 'FunctionName')),
    );
}

/** Encrypted at rest and on the way, and deleted only as somebody decided. */
function stores(stack: Stack): string[] {
  const kept = ['DynamoDB::Table', 'S3::Bucket', 'SQS::Queue', 'Kinesis::Stream', 'SecretsManager::Secret'];
  const deletion = [...kept, 'ElastiCache::ServerlessCache']
    .flatMap(type => stack.all(type))
    .filter(({ id }) => id !== packages)
    .flatMap(({ id, deletionPolicy, updateReplacePolicy }) =>
      unless([
        deletionPolicy !== undefined && updateReplacePolicy !== undefined,
        `nobody decided what happens to ${id} when the stack goes or replaces it.`,
      ]),
    );
  const orders = [...stack.all('DynamoDB::Table'), ...stack.all('S3::Bucket')].filter(({ id }) =>
    /^(?:Orders|Uploads)/.test(id),
  );
  const ofOrders = orders.flatMap(({ id, deletionPolicy, updateReplacePolicy }) =>
    unless([
      stack.deployed.stage === 'dev' ||
        (String(deletionPolicy).startsWith('Retain') && String(updateReplacePolicy) === 'Retain'),
      `${id} goes with the stack, and the orders in it.`,
    ]),
  );
  const tables = stack.all('DynamoDB::Table').flatMap(({ id, properties }) => {
    const isIdempotency = stack.functions.some(({ resource }) => {
      const table = at(resource.properties, 'Environment', 'Variables', 'IDEMPOTENCY_TABLE');
      return isOf(table, { id, properties } as Resource, 'TableName');
    });
    return unless(
      [at(properties, 'SSESpecification', 'SSEEnabled') === true, `${id} is not encrypted with a key of the account.`],
      [
        !isIdempotency ||
          (at(properties, 'TimeToLiveSpecification', 'AttributeName') === 'expiration' &&
            at(properties, 'TimeToLiveSpecification', 'Enabled') === true),
        `${id} grows for ever: its records do not expire.`,
      ],
      [
        isIdempotency || at(properties, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') === true,
        `${id} cannot be brought back to an earlier moment.`,
      ],
      [
        JSON.stringify(at(properties, 'KeySchema')) === '[{"AttributeName":"id","KeyType":"HASH"}]',
        `${id} has another key than id.`,
      ],
    );
  });
  const buckets = stack.all('S3::Bucket').flatMap(bucket => {
    const { id, properties } = bucket;
    const block = at(properties, 'PublicAccessBlockConfiguration');
    const walls = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
    return unless(
      [walls.every(wall => at(block, wall) === true), `${id} could be opened to the public.`],
      [at(properties, 'BucketEncryption') !== undefined, `${id} does not say how it is encrypted.`],
      [
        id === packages || at(properties, 'VersioningConfiguration', 'Status') === 'Enabled',
        `what is overwritten in ${id} is lost.`,
      ],
      [isTlsOnly(stack.resourceStatements('S3::BucketPolicy', 'Bucket', bucket)), `${id} can be reached without TLS.`],
    );
  });
  const queues = stack.all('SQS::Queue').flatMap(queue => {
    const { id, properties } = queue;
    const isEncrypted =
      at(properties, 'SqsManagedSseEnabled') === true || at(properties, 'KmsMasterKeyId') !== undefined;
    return unless(
      [isEncrypted, `${id} is not encrypted.`],
      [isTlsOnly(stack.resourceStatements('SQS::QueuePolicy', 'Queues', queue)), `${id} can be reached without TLS.`],
    );
  });
  const topics = stack
    .all('SNS::Topic')
    .flatMap(topic =>
      unless([
        isTlsOnly(stack.resourceStatements('SNS::TopicPolicy', 'Topics', topic)),
        `${topic.id} can be reached without TLS.`,
      ]),
    );
  const streams = stack
    .all('Kinesis::Stream')
    .flatMap(({ id, properties }) =>
      unless([at(properties, 'StreamEncryption', 'EncryptionType') === 'KMS', `${id} is not encrypted.`]),
    );
  return [...deletion, ...ofOrders, ...tables, ...buckets, ...queues, ...topics, ...streams];
}

function isTlsOnly(statements: readonly Value[]): boolean {
  return statements.some(
    statement =>
      at(statement, 'Effect') === 'Deny' &&
      at(statement, 'Principal') === '*' &&
      String(at(statement, 'Condition', 'Bool', 'aws:SecureTransport')) === 'false',
  );
}

function httpApi(stack: Stack): string[] {
  const lambda = stack.function('http');
  if (!lambda) return unless([stack.all('ApiGatewayV2::Api').length === 0, 'an API that nobody chose.']);
  const [api] = stack.all('ApiGatewayV2::Api');
  const [stage] = stack.all('ApiGatewayV2::Stage');
  const [authorizer] = stack.all('ApiGatewayV2::Authorizer');
  const [integration] = stack.all('ApiGatewayV2::Integration');
  const settings = at(stage?.properties, 'DefaultRouteSettings');
  const log = at(stage?.properties, 'AccessLogSettings', 'DestinationArn');
  const isClosed = stack.chose('auth', 'jwt');
  const routes = stack.all('ApiGatewayV2::Route').map(({ properties }) => properties);
  const keys = ['GET /health', ...(stack.chose('state', 'none') ? [] : ['GET /orders/{id}']), 'POST /orders'];
  const jwt = at(authorizer?.properties, 'JwtConfiguration');
  return [
    ...unless(
      [at(api?.properties, 'Name') === stack.prefix, `the API is not called ${stack.prefix}.`],
      [at(api?.properties, 'CorsConfiguration') === undefined, 'pages of other sites may call though none is named.'],
      [
        isPositive(at(settings, 'ThrottlingRateLimit')) && isPositive(at(settings, 'ThrottlingBurstLimit')),
        'the API has no limit to calls.',
      ],
      [stack.all('Logs::LogGroup').some(group => isOf(log, group)), 'the API writes no access log.'],
      [stack.isLive(at(integration?.properties, 'IntegrationUri'), lambda), 'the API goes past the alias live.'],
      [Number(at(lambda.resource.properties, 'Timeout')) <= 29, 'the API gives up before the function does.'],
      [
        JSON.stringify(routes.map(route => String(at(route, 'RouteKey'))).sort()) === JSON.stringify(keys.sort()),
        `the API has the routes ${routes.map(route => String(at(route, 'RouteKey'))).join(', ')}.`,
      ],
      [
        !isClosed || (listOf(at(jwt, 'Audience')).length > 0 && at(jwt, 'Issuer') !== undefined),
        'tokens are accepted from anyone or for anyone.',
      ],
    ),
    ...routes.flatMap(route => {
      const key = String(at(route, 'RouteKey'));
      const isOpen = key === 'GET /health' || !isClosed;
      const wantsToken =
        at(route, 'AuthorizationType') === 'JWT' &&
        authorizer !== undefined &&
        isOf(at(route, 'AuthorizerId'), authorizer);
      return unless([wantsToken !== isOpen, `${key} ${isOpen ? 'wants' : 'does not want'} a token.`]);
    }),
  ];
}

function alarms(stack: Stack): string[] {
  const isWatched = stack.chose('monitoring', 'cloudwatch');
  const alarm = (name: string): Resource | undefined => stack.named('CloudWatch::Alarm', 'AlarmName', name);
  const wanted = stack.triggers.flatMap(trigger => [
    `${trigger}-errors`,
    ...(isWatched ? [`${trigger}-throttles`, `${trigger}-duration`] : []),
    ...(isWatched && trigger === 'http' ? ['http-5xx', 'http-latency'] : []),
    ...(isWatched && trigger === 'queue' ? ['queue-age', 'queue-depth'] : []),
    ...(isWatched && trigger === 'stream' ? ['stream-age'] : []),
    ...(isWatched && trigger !== 'http' ? [`${trigger}-dead-letters`] : []),
  ]);
  const dimension = (name: string): Value | undefined =>
    at(listOf(at(alarm(name)?.properties, 'Dimensions'))[0], 'Value');
  return [
    ...wanted.flatMap(name => unless([alarm(name) !== undefined, `no alarm ${stack.prefix}-${name}.`])),
    ...stack.functions.flatMap(({ trigger, name, resource }) => {
      const isFor = (alarmName: string): boolean =>
        dimension(alarmName) === name || isOf(dimension(alarmName), resource, 'FunctionName');
      const timeout = Number(at(resource.properties, 'Timeout'));
      return unless(
        [
          at(alarm(`${trigger}-errors`)?.properties, 'MetricName') === 'Errors' && isFor(`${trigger}-errors`),
          `the errors alarm of ${name} watches something else.`,
        ],
        [
          !isWatched || Number(at(alarm(`${trigger}-duration`)?.properties, 'Threshold')) === timeout * 800,
          `the duration alarm of ${name} does not stand at four fifths of the time-out.`,
        ],
      );
    }),
    ...stack.triggers.flatMap(trigger => {
      const queue = stack.deadLetters(trigger);
      if (!isWatched || !queue) return [];
      const watched = dimension(`${trigger}-dead-letters`);
      return unless([isOf(watched, queue, 'QueueName'), `nobody hears of dead letters of ${trigger}.`]);
    }),
    ...stack
      .all('CloudWatch::Alarm')
      .flatMap(({ id, properties }) =>
        unless(
          [!isWatched || listOf(at(properties, 'AlarmActions')).length > 0, `nobody hears of ${id}.`],
          [!isWatched || listOf(at(properties, 'OKActions')).length > 0, `nobody hears when ${id} is over.`],
          [at(properties, 'TreatMissingData') === 'notBreaching', `${id} fires when nothing happens.`],
        ),
      ),
    ...unless([!isWatched || stack.all('CloudWatch::Dashboard').length === 1, 'no dashboard.']),
  ];
}

/** Secrets are made by the cloud, and functions get their names, never their values. */
function secrets(stack: Stack): string[] {
  const made = stack.all('SecretsManager::Secret');
  const isMade = stack.chose('secrets', 'secrets-manager');
  return [
    ...unless([made.length === (isMade ? 1 : 0), isMade ? 'no secret for the signing key.' : 'a secret too many.']),
    ...made.flatMap(({ id, properties }) =>
      unless(
        [Number(at(properties, 'GenerateSecretString', 'PasswordLength')) >= 32, `${id} is not made by the cloud.`],
        [at(properties, 'SecretString') === undefined, `${id} stands in the template.`],
        [
          at(properties, 'Name') === `${stack.deployed.name}/${stack.deployed.stage}/signing-key`,
          `${id} has another name than people are told.`,
        ],
      ),
    ),
    ...stack.functions.flatMap(({ name, resource }) =>
      Object.entries(at(resource.properties, 'Environment', 'Variables') ?? {}).flatMap(([variable, value]) => {
        if (!/KEY|SECRET|PASSWORD|TOKEN|LICENSE/.test(variable)) return [];
        const isReference = /^(?:@[A-Za-z0-9]+$|arn:|\/?[a-z0-9-]+\/[a-z]+\/[a-z-]+$)/.test(String(value));
        return unless([isReference, `${name} has a secret in its variable ${variable}.`]);
      }),
    ),
  ];
}

function tags(stack: Stack): string[] {
  const { name, stage, tags: given } = stack.deployed;
  return unless(
    [given.project === name, 'nothing is tagged with the project.'],
    [given.stage === stage, 'nothing is tagged with the stage.'],
    [Boolean(given['managed-by']), 'nothing is tagged with what manages it.'],
  );
}
