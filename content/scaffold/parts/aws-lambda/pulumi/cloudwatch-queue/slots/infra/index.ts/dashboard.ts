  queue: watchQueue(triggers.queue, shared),
