[`${project}:jwtIssuer`]: 'https://issuer.example.com',
[`${project}:jwtAudience`]: 'orders',
