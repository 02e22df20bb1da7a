import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { isDev, project, stage } from './settings.ts';
import type { Extra } from './shared.ts';

/** The key that orders are signed with. AWS makes it up; no person needs to know it. */
export function createSigningKey(): Extra {
  const secret = new aws.secretsmanager.Secret('signing-key', {
    name: `${project}/${stage}/signing-key`,
    description: `Orders of ${stage} are signed with it`,
    // A deleted secret can be brought back for a while; in dev its name is free again at once.
    recoveryWindowInDays: isDev ? 0 : 30,
  });
  const { randomPassword } = aws.secretsmanager.getRandomPasswordOutput({
    passwordLength: 64,
    excludePunctuation: true,
  });
  new aws.secretsmanager.SecretVersion(
    'signing-key',
    // As a secret, Pulumi encrypts it in its state and does not print it.
    { secretId: secret.id, secretString: pulumi.secret(randomPassword) },
    // Made up once. Later runs would make up another one, and undo a rotation.
    { ignoreChanges: ['secretString'] },
  );
  return {
    environment: () => ({ SIGNING_KEY_SECRET: secret.arn }),
    statements: [{ Sid: 'ReadSigningKey', Action: 'secretsmanager:GetSecretValue', Resource: secret.arn }],
  };
}
