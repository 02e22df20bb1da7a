
# What is switched on here. Released one stage at a time; no new code has to be deployed for it.
feature_flags = { order-discount = true }
