
// Spans go where OTEL_EXPORTER_OTLP_ENDPOINT says, for example to a collector on this machine; without it, nothing is sent.
for (const [name, handler] of Object.entries(functions)) functions[name] = traced(name, handler);
