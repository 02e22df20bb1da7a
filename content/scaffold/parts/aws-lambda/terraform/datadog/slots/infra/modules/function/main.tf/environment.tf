{ DD_SERVICE = "${var.settings.project}-${var.trigger}" },
