"queue",
