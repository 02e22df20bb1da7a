
layers = [local.datadog_layer]
