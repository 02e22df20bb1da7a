events: events(dependencies),
