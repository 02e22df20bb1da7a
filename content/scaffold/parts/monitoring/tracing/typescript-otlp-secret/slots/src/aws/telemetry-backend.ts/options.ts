headers: headersFromSecret,
