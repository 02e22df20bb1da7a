http: createHttp(shared),
