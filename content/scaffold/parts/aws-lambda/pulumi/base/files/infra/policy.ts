import * as pulumi from '@pulumi/pulumi';

export interface Statement {
  /** What it is for, in one word of letters. */
  readonly Sid: string;
  readonly Effect?: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: pulumi.Input<string> | readonly pulumi.Input<string>[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string>>>>>;
}

/** A policy as JSON; statements allow unless they say otherwise. */
export function policy(...statements: readonly Statement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: statements.map(statement => ({ Effect: 'Allow', ...statement })),
  });
}

/** Who may take a role: one service, and nobody else. */
export function trust(service: string, Condition?: Statement['Condition']): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...(Condition && { Condition }) },
    ],
  });
}

/** Refuses every call that is not encrypted on its way. */
export function denyPlaintext(action: string, ...resources: readonly pulumi.Input<string>[]): Statement {
  return {
    Sid: 'DenyPlaintext',
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
