module.queue_dead_letters.name,
