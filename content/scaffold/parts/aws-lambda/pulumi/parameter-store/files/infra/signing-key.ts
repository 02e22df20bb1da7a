import * as pulumi from '@pulumi/pulumi';
import { account, partition, project, region, stage } from './settings.ts';
import type { Extra } from './shared.ts';

/**
 * The key that orders are signed with. A person sets it once per stage (README.md), so that it is in no file and in no state
 * of Pulumi; here the functions only get the right to read it. The key of the account for parameters needs no right.
 */
export function createSigningKey(): Extra {
  const name = `/${project}/${stage}/signing-key`;
  return {
    environment: () => ({ SIGNING_KEY_PARAMETER: name }),
    statements: [
      {
        Sid: 'ReadSigningKey',
        Action: 'ssm:GetParameter',
        Resource: pulumi.interpolate`arn:${partition}:ssm:${region}:${account}:parameter${name}`,
      },
    ],
  };
}
