import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { policy, type Statement, trust } from './policy.ts';
import {
  account,
  type FunctionSettings,
  functionSettings,
  isDev,
  logRetentionDays,
  prefix,
  project,
  stage,
} from './settings.ts';
import type { Environment, Shared } from './shared.ts';

export interface FunctionArgs {
  readonly description: string;
  readonly shared: Shared;
  /** What only this function finds in its environment. */
  readonly environment?: Environment;
  /** What only this function may do. */
  readonly statements?: readonly Statement[];
  /** How many calls may run at once, taken from what the account has. Triggers with a limit of their own leave it out. */
  readonly concurrency?: number;
  /** Where an event goes that failed each time; for triggers that call and do not wait for an answer. */
  readonly failures?: aws.sqs.Queue;
}

/** A function with what belongs to it: its log, its rights, its alarm, and the alias that the triggers call. */
export class OrderFunction extends pulumi.ComponentResource {
  readonly trigger: string;
  readonly name: string;
  readonly settings: FunctionSettings;
  readonly role: aws.iam.Role;
  readonly function: aws.lambda.Function;
  readonly live: aws.lambda.Alias;

  constructor(trigger: string, args: FunctionArgs) {
    super(`${project}:aws:Function`, trigger);
    this.trigger = trigger;
    this.name = `${prefix}-${trigger}`;
    this.settings = functionSettings(trigger);
    const parent = { parent: this };

    // Before the function: left to itself, Lambda makes this log group on the first call and keeps it for ever.
    const logs = new aws.cloudwatch.LogGroup(
      `${trigger}-logs`,
      { name: `/aws/lambda/${this.name}`, retentionInDays: logRetentionDays },
      parent,
    );

    // A role for each function: a mistake in one cannot use the rights of another.
    this.role = new aws.iam.Role(
      `${trigger}-role`,
      {
        name: this.name,
        description: `What the function ${this.name} may do`,
        assumeRolePolicy: trust('lambda.amazonaws.com'),
      },
      parent,
    );
    const rights = new aws.iam.RolePolicy(
      `${trigger}-rights`,
      {
        name: 'rights',
        role: this.role.name,
        policy: policy(
          {
            Sid: 'WriteLogs',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: pulumi.interpolate`${logs.arn}:*`,
          },
          ...args.shared.statements,
          ...(args.statements ?? []),
          ...(args.failures
            ? [{ Sid: 'SetFailuresAside', Action: 'sqs:SendMessage', Resource: args.failures.arn }]
            : []),
        ),
      },
      parent,
    );

    this.function = new aws.lambda.Function(
      `${trigger}-function`,
      {
        name: this.name,
        description: args.description,
        role: this.role.arn,
        // Built once by the project, the same for every function and every stage. Nothing is built here.
        code: new pulumi.asset.FileArchive('../build/app.zip'),
        handler: `<% handler-prefix %>${trigger}.handler`,
        runtime: '<% runtime %>',
        // Arm costs a fifth less per millisecond than x86 in most regions (aws.amazon.com/lambda/pricing, 2026-11).
        architectures: ['arm64'],
        layers: [...args.shared.layers],
        memorySize: this.settings.memory,
        timeout: this.settings.timeout,
        reservedConcurrentExecutions: args.concurrency ?? -1,
        // Every change becomes a version that never changes again; the alias says which one the triggers call.
        publish: true,
        environment: {
          variables: {
            STAGE: stage,
            POWERTOOLS_SERVICE_NAME: project,
            POWERTOOLS_METRICS_NAMESPACE: project,
            POWERTOOLS_LOG_LEVEL: isDev ? 'DEBUG' : 'INFO',
            ...args.shared.environment(trigger),
            ...args.environment,
          },
        },
        loggingConfig: {
          logGroup: logs.name,
          logFormat: 'JSON',
          applicationLogLevel: isDev ? 'DEBUG' : 'INFO',
          systemLogLevel: 'INFO',
        },
        tracingConfig: { mode: args.shared.tracing },
        ...(args.shared.network && {
          vpcConfig: {
            subnetIds: [...args.shared.network.subnetIds],
            securityGroupIds: [...args.shared.network.securityGroupIds],
          },
        }),
      },
      // A function without its rights fails on its first event.
      { ...parent, dependsOn: [rights] },
    );

    this.live = new aws.lambda.Alias(
      `${trigger}-live`,
      {
        name: 'live',
        description: 'What the triggers call',
        functionName: this.function.name,
        functionVersion: this.function.version,
      },
      // In dev the alias follows at once. Elsewhere it is set here only the first time; from then on
      // scripts/shift-traffic.sh moves it, gradually.
      { ...parent, ignoreChanges: isDev ? [] : ['functionVersion', 'routingConfig'] },
    );

    if (args.failures) {
      new aws.lambda.FunctionEventInvokeConfig(
        `${trigger}-failures`,
        {
          functionName: this.function.name,
          qualifier: this.live.name,
          // The first try and two more, with waits between them; then the event is set aside and not lost.
          maximumRetryAttempts: 2,
          maximumEventAgeInSeconds: 21_600,
          destinationConfig: { onFailure: { destination: args.failures.arn } },
        },
        parent,
      );
    }

    // One error in a minute is enough: a bad order is an answer and no error, so errors are faults of the code or of what
    // it depends on.
    const errors = new aws.cloudwatch.MetricAlarm(
      `${trigger}-errors`,
      {
        name: `${this.name}-errors`,
        alarmDescription: `${this.name} failed. While a new version is tried, this takes it back.`,
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensions: { FunctionName: this.name },
        statistic: 'Sum',
        period: 60,
        evaluationPeriods: 1,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        threshold: 1,
        treatMissingData: 'notBreaching',
        alarmActions: [...args.shared.alarmActions],
        okActions: [...args.shared.alarmActions],
      },
      parent,
    );

    this.deployGradually(args.shared.application, errors);
    this.registerOutputs();
  }

  /**
   * A new version first gets a tenth of the calls. When the errors alarm fires within five minutes, CodeDeploy puts all calls
   * back on the version before; otherwise it moves the rest. dev has nobody to protect and moves at once.
   */
  private deployGradually(application: aws.codedeploy.Application, errors: aws.cloudwatch.MetricAlarm): void {
    const parent = { parent: this };
    const role = new aws.iam.Role(
      `${this.trigger}-deployment-role`,
      {
        name: `${this.name}-deployment`,
        description: `CodeDeploy moves the traffic of ${this.name} with it`,
        // Only for this account: nobody else's CodeDeploy may borrow the role.
        assumeRolePolicy: trust('codedeploy.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } }),
      },
      parent,
    );
    const rights = new aws.iam.RolePolicy(
      `${this.trigger}-deployment-rights`,
      {
        name: 'move-traffic',
        role: role.name,
        policy: policy(
          {
            Sid: 'MoveTraffic',
            Action: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
            Resource: [this.function.arn, this.live.arn],
          },
          // Reading alarms knows no narrower resource when they are asked for by name in one call.
          { Sid: 'WatchAlarms', Action: 'cloudwatch:DescribeAlarms', Resource: '*' },
        ),
      },
      parent,
    );
    new aws.codedeploy.DeploymentGroup(
      `${this.trigger}-deployment`,
      {
        appName: application.name,
        deploymentGroupName: this.name,
        deploymentConfigName: `CodeDeployDefault.${isDev ? 'LambdaAllAtOnce' : 'LambdaCanary10Percent5Minutes'}`,
        serviceRoleArn: role.arn,
        deploymentStyle: { deploymentOption: 'WITH_TRAFFIC_CONTROL', deploymentType: 'BLUE_GREEN' },
        alarmConfiguration: { enabled: true, alarms: [errors.name] },
        autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
      },
      { ...parent, dependsOn: [rights] },
    );
  }
}
