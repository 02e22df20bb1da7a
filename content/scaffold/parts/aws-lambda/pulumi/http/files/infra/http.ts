import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { OrderFunction } from './function.ts';
import { config, functionSettings, logRetentionDays, prefix } from './settings.ts';
import type { Shared } from './shared.ts';

export interface Http {
  readonly function: OrderFunction;
  readonly api: aws.apigatewayv2.Api;
  readonly url: pulumi.Output<string>;
}

/** The HTTP API: routes by name, throttled, and each call written down. */
export function createHttp(shared: Shared): Http {
  const http = new OrderFunction('http', {
    description: 'Takes orders over HTTP',
    shared,
    statements: shared.reading,
    concurrency: functionSettings('http').concurrency,
  });
  const parent = { parent: http };

  const corsOrigins = config.getObject<string[]>('corsOrigins') ?? [];
  const api = new aws.apigatewayv2.Api(
    'http-api',
    {
      name: prefix,
      protocolType: 'HTTP',
      // Closed to scripts of web pages, except pages of the origins that are named.
      ...(corsOrigins.length > 0 && {
        corsConfiguration: {
          allowOrigins: corsOrigins,
          allowMethods: ['GET', 'POST'],
          allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
          maxAge: 600,
        },
      }),
    },
    parent,
  );

  const integration = new aws.apigatewayv2.Integration(
    'http-integration',
    {
      apiId: api.id,
      integrationType: 'AWS_PROXY',
      integrationUri: http.live.invokeArn,
      payloadFormatVersion: '2.0',
    },
    parent,
  );
  const target = pulumi.interpolate`integrations/${integration.id}`;
  // <% slot authorizer %>

  // Only what is named gets through to the function.
  const routes = {
    'place-order': 'POST /orders',
    // <% slot routes %>
  };
  for (const [name, routeKey] of Object.entries(routes)) {
    new aws.apigatewayv2.Route(
      `http-${name}`,
      {
        apiId: api.id,
        routeKey,
        target,
        // <% slot authorization %>
      },
      parent,
    );
  }
  // Open to whoever watches whether the API answers; it tells nothing else.
  new aws.apigatewayv2.Route('http-health', { apiId: api.id, routeKey: 'GET /health', target }, parent);

  // The prefix keeps the policy that lets API Gateway write from growing with each API of the account.
  const accessLog = new aws.cloudwatch.LogGroup(
    'http-access-log',
    { name: `/aws/vendedlogs/${prefix}-http-access`, retentionInDays: logRetentionDays },
    parent,
  );
  new aws.apigatewayv2.Stage(
    'http-stage',
    {
      apiId: api.id,
      name: '$default',
      autoDeploy: true,
      // A ceiling for all callers together: a loop in somebody's client costs answers with 429, not money.
      defaultRouteSettings: {
        throttlingRateLimit: config.requireNumber('requestsPerSecond'),
        throttlingBurstLimit: config.requireNumber('requestsAtOnce'),
        detailedMetricsEnabled: true,
      },
      // Who called what and how it went. What is kept here of who called is personal data in many countries, and gone
      // after logRetentionDays. Nothing else of headers and bodies is kept: they may hold tokens and names.
      accessLogSettings: {
        destinationArn: accessLog.arn,
        format: JSON.stringify({
          time: '$context.requestTime',
          requestId: '$context.requestId',
          ip: '$context.identity.sourceIp',
          route: '$context.routeKey',
          path: '$context.path',
          status: '$context.status',
          latency: '$context.responseLatency',
          bytes: '$context.responseLength',
          error: '$context.error.message',
          integrationError: '$context.integrationErrorMessage',
          // <% slot access-log %>
        }),
      },
    },
    parent,
  );

  new aws.lambda.Permission(
    'http-permission',
    {
      action: 'lambda:InvokeFunction',
      function: http.function.name,
      qualifier: http.live.name,
      principal: 'apigateway.amazonaws.com',
      sourceArn: pulumi.interpolate`${api.executionArn}/*/*`,
    },
    parent,
  );
  return { function: http, api, url: api.apiEndpoint };
}
