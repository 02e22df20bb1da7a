store: memoryStore(),
