queue: createQueueTrigger(shared),
