/** Objects in S3, by path: "/bucket/key". */
objects: new Map<string, string>(),
