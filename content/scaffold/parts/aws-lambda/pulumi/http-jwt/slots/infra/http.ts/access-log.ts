caller: '$context.authorizer.claims.sub',
authorizerError: '$context.authorizer.error',
