import * as pulumi from '@pulumi/pulumi';
import { config, partition, project, region, stage } from './settings.ts';
import type { Extra } from './shared.ts';
import { readTelemetrySecret, telemetrySecretArn } from './telemetry-secret.ts';

/** Of 2026-11; github.com/DataDog/datadog-lambda-extension/releases has newer ones. */
const extensionVersion = <% datadog-extension-version %>;

/** Traces to Datadog, through its extension: it takes them inside the machine and sends them after the answer. */
export function createTelemetry(): Extra {
  const site = config.require('datadogSite');
  return {
    layers: [
      pulumi.interpolate`arn:${partition}:lambda:${region}:464622532012:layer:Datadog-Extension-ARM:${extensionVersion}`,
    ],
    environment: trigger => ({
      OTEL_SERVICE_NAME: `${project}-${trigger}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
      DD_API_KEY_SECRET_ARN: telemetrySecretArn,
      DD_SITE: site,
      DD_ENV: stage,
      DD_SERVICE: `${project}-${trigger}`,
      DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: 'localhost:4318',
    }),
    statements: [readTelemetrySecret],
  };
}
