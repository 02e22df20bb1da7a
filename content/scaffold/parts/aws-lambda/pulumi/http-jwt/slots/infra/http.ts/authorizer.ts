
// Checks the signature, the issuer, the audience and the age of each token before the function hears of the call.
const authorizer = new aws.apigatewayv2.Authorizer(
  'http-jwt',
  {
    apiId: api.id,
    name: 'jwt',
    authorizerType: 'JWT',
    identitySources: ['$request.header.Authorization'],
    jwtConfiguration: { issuer: config.require('jwtIssuer'), audiences: [config.require('jwtAudience')] },
  },
  parent,
);
