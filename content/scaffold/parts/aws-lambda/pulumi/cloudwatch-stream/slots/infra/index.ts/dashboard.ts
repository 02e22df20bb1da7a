  stream: watchStream(triggers.stream, shared),
