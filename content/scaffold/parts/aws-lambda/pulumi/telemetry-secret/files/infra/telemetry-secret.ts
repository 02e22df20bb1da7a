import * as aws from '@pulumi/aws';
import type { Statement } from './policy.ts';
import { project, stage } from './settings.ts';

/** What the backend of traces asks for. A person creates the secret once per stage (README.md). */
export const telemetrySecret = `${project}/${stage}/telemetry`;

/** Looked up, so that a stage without the secret is not deployed, and so that the right names one secret. */
export const telemetrySecretArn = aws.secretsmanager.getSecretOutput({ name: telemetrySecret }).arn;

export const readTelemetrySecret: Statement = {
  Sid: 'ReadTelemetrySecret',
  Action: 'secretsmanager:GetSecretValue',
  Resource: telemetrySecretArn,
};
