
# At most this many events at once; the others wait for up to six hours.
events_function = { concurrency = 5 }
