
# At most this many events at once; the others wait for up to an hour.
events_function = { concurrency = 5 }
