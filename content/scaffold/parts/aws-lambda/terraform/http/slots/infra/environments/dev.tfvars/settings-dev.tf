
# No limit of concurrency in dev: a new account may have only 10 calls at once, and nothing to set aside.
http_function = { concurrency = -1 }

throttling = { rate = 10, burst = 20 }
