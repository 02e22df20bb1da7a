layers           = var.settings.layers
