
# How many batches at once: what the systems behind the queue bear.
queue_concurrency = 5
