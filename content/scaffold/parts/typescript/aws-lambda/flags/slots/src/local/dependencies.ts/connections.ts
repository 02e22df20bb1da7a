// Switched on here, so that what comes next is what you see. FEATURE_FLAGS says otherwise.
flags: openFlags(process.env.FEATURE_FLAGS ?? '{"order-discount":true}'),
