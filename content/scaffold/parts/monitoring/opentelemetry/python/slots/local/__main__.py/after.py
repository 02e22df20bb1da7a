if endpoint:
    os.environ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint
