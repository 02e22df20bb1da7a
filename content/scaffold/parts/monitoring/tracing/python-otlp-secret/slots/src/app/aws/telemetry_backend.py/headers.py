**headers_from_secret(),
