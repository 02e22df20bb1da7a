module.queue_failures.name,
