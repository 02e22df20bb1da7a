
# At most this many calls at once, set aside for this function out of the limit of the account (often 1,000; new ones have less).
http_function = { concurrency = 50 }

throttling = { rate = 50, burst = 100 }
