http: http(dependencies),
