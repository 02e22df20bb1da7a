import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

/** What Lambda tells a function about its call, for calls on this machine. */
export function contextFor(name: string): Context {
  const ends = Date.now() + 30_000;
  return {
    awsRequestId: randomUUID(),
    callbackWaitsForEmptyEventLoop: false,
    functionName: `<% name %>-local-${name}`,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-central-1:000000000000:function:<% name %>-local-${name}`,
    logGroupName: `/aws/lambda/<% name %>-local-${name}`,
    logStreamName: 'local',
    memoryLimitInMB: '512',
    getRemainingTimeInMillis: () => Math.max(0, ends - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
