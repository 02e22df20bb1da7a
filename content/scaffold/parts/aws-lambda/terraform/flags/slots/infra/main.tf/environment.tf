{ FEATURE_FLAGS = jsonencode(var.feature_flags) },
