# On here, so that there is something to see.
"FEATURE_FLAGS": '{"order-discount": true}',
