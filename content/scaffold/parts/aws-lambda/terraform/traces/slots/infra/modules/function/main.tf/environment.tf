{ OTEL_SERVICE_NAME = "${var.settings.project}-${var.trigger}" },
