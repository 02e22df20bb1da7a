
# At most this many files at once; the others wait.
object_function = { concurrency = 5 }
