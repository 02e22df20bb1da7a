
# Never two at once: closing a day has to come to an end before it is tried again.
schedule_function = { concurrency = 1 }
