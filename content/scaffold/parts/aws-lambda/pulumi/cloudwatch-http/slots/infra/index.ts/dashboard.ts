  http: watchHttp(triggers.http, shared),
