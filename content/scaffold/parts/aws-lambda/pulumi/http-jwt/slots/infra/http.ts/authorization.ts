authorizationType: 'JWT',
authorizerId: authorizer.id,
