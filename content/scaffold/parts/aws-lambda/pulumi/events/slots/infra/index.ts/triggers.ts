events: createEvents(shared),
