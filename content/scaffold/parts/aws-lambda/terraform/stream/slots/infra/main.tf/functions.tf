module.stream,
