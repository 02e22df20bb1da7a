stream: createStream(shared),
