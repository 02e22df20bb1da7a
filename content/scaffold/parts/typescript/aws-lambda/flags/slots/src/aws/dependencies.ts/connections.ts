flags: openFlags(),
