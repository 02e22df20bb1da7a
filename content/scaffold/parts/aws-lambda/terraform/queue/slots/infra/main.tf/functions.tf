module.queue,
