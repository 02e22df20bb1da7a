FEATURE_FLAGS: '{"order-discount":true}',
