telemetry: createTelemetry(),
