module.stream_failures.name,
