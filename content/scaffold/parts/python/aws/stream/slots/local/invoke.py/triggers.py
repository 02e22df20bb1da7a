"stream",
