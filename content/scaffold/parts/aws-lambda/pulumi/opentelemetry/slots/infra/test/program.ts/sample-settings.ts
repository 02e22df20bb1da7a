[`${project}:otlpEndpoint`]: 'https://otlp.example.com',
