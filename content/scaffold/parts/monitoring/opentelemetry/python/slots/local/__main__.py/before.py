# Spans go where the person who starts this says, for example to a collector on this machine.
endpoint = os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT")
