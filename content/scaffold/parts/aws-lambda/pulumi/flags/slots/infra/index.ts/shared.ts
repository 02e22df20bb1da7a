flags: createFlags(),
