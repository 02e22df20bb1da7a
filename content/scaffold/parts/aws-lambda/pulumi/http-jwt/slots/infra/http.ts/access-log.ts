// Whose token it was, and why one was refused.
caller: '$context.authorizer.claims.sub',
authorizerError: '$context.authorizer.error',
