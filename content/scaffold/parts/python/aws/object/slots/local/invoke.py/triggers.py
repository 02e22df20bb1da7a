"object",
