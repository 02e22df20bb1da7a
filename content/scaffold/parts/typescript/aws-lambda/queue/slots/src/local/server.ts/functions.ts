queue: queue(dependencies),
