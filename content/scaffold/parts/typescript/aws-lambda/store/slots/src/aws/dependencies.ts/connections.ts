store: openStore(),
