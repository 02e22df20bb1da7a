
# Required. Where spans are sent to, without /v1/traces: your backend or your collector.
otlp_endpoint = ""
