http: 'src/aws/http.ts',
