caller: '$context.authorizer.claims.sub',
