import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { parse } from 'yaml';

/** A resource as the program asks for it. */
export interface Asked {
  readonly type: string;
  readonly name: string;
  // Whatever the resource takes.
  readonly inputs: pulumi.runtime.MockResourceArgs['inputs'];
}

/** A statement of a policy, read back from JSON. */
export interface ReadStatement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The stage that is looked at; its real settings are used. */
export const stage = process.env.STAGE ?? 'prod';
const folder = join(import.meta.dirname, '..');
const { name: project } = read('Pulumi.yaml');
const settings: Record<string, unknown> = {
  // <% slot sample-settings %>
  ...read(`Pulumi.${stage}.yaml`).config,
};
const prefix = `${project}-${stage}`;

let running: Promise<readonly Asked[]> | undefined;

/** Runs the program against a cloud that is made up, once for all tests, and answers with everything it asks for. */
export function runProgram(): Promise<readonly Asked[]> {
  running ??= run();
  return running;
}

/** The one resource of a type and, where several are of it, a name. */
export async function theOne(type: string, name?: string): Promise<Asked> {
  const found = await all(type);
  const [one, ...others] = found.filter(asked => name === undefined || asked.name === name);
  if (!one || others.length > 0)
    throw new Error(`Not one ${type} ${name ?? ''}: ${found.map(asked => asked.name).join(', ')}`);
  return one;
}

/** All resources of a type, for example `aws:sqs/queue:Queue`. */
export async function all(type: string): Promise<readonly Asked[]> {
  return (await runProgram()).filter(asked => asked.type === type);
}

/** What the function of a trigger may do. */
export async function rightsOf(trigger: string): Promise<readonly ReadStatement[]> {
  return statements(await theOne('aws:iam/rolePolicy:RolePolicy', `${trigger}-rights`));
}

/** The statements of a policy. */
export function statements(asked: Asked): readonly ReadStatement[] {
  return JSON.parse(asked.inputs.policy).Statement;
}

/** One or several, as a list. */
export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

async function run(): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  pulumi.runtime.setAllConfig(
    Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  );
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        asked.push({ type, name, inputs });
        return { id: `${name}-id`, state: { ...madeUp(type, name), ...inputs } };
      },
      call: ({ inputs }) => ({
        accountId: '123456789012',
        region: 'eu-central-1',
        partition: 'aws',
        arn: `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${inputs.name}-AbCdEf`,
        randomPassword: 'made-up',
      }),
    },
    project,
    stage,
  );
  await import('../index.ts');
  await pulumi.runtime.disconnect();
  return asked;
}

/** What the cloud would add to a resource. */
function madeUp(type: string, name: string): Record<string, unknown> {
  return {
    arn: `arn:aws:${type.split(/[:/]/)[1]}:eu-central-1:123456789012:${prefix}-${name}`,
    name: `${prefix}-${name}`,
    url: `https://sqs.eu-central-1.amazonaws.com/123456789012/${name}`,
    version: '1',
    apiEndpoint: 'https://abcde12345.execute-api.eu-central-1.amazonaws.com',
    executionArn: 'arn:aws:execute-api:eu-central-1:123456789012:abcde12345',
    endpoints: [{ address: 'cache.example.com', port: 6379 }],
  };
}

function read(file: string): { name: string; config: Record<string, unknown> } {
  return parse(readFileSync(join(folder, file), 'utf8'));
}
