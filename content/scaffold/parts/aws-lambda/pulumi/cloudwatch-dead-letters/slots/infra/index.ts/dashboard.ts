  deadLetters: watchDeadLetters(triggers, shared),
