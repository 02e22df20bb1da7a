module.stream_dead_letters.name,
