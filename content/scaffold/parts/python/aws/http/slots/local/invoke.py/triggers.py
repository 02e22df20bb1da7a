"http",
