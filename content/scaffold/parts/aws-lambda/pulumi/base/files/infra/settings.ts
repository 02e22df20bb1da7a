import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const stages = ['dev', 'staging', 'prod'];

export const project = pulumi.getProject();
/** A stack is a stage. */
export const stage = pulumi.getStack();
if (!stages.includes(stage)) throw new Error(`The stack is "${stage}", but stages are ${stages.join(', ')}.`);

/** What is in dev may be thrown away: it moves at once, and its data goes when it is removed. */
export const isDev = stage === 'dev';
/** Every name in the cloud begins with it, so that stages can share an account. */
export const prefix = `${project}-${stage}`;

export const account = aws.getCallerIdentityOutput().accountId;
export const region = aws.getRegionOutput().region;
export const partition = aws.getPartitionOutput().partition;

/** The settings in Pulumi.<stage>.yaml. */
export const config = new pulumi.Config();

export const logRetentionDays = config.requireNumber('logRetentionDays');

export interface FunctionSettings {
  /** Megabytes. The processor grows with it: more memory is often faster, and not dearer. */
  readonly memory: number;
  /** Seconds after which Lambda ends a call. */
  readonly timeout: number;
  /** How many calls may run at the same time; Pulumi.<stage>.yaml says how each trigger takes it. */
  readonly concurrency: number;
}

/** What Pulumi.<stage>.yaml says about the function of a trigger. */
export function functionSettings(trigger: string): FunctionSettings {
  const settings = config.requireObject<Record<string, FunctionSettings>>('functions')[trigger];
  if (!settings) throw new Error(`Pulumi.${stage}.yaml has no ${project}:functions for "${trigger}".`);
  return settings;
}
