
signing_key = "stands-for-a-key-and-opens-nothing"
