if (target === 'secretsmanager.GetSecretValue') return success({ SecretString: cloud.signingKey });
