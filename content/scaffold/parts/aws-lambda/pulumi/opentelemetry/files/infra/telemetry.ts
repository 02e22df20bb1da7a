import { config, project } from './settings.ts';
import type { Extra } from './shared.ts';
import { readTelemetrySecret, telemetrySecret } from './telemetry-secret.ts';

/** Traces by OTLP, to the backend that the stage names. */
export function createTelemetry(): Extra {
  const endpoint = config.require('otlpEndpoint');
  return {
    environment: trigger => ({
      OTEL_SERVICE_NAME: `${project}-${trigger}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      TELEMETRY_SECRET: telemetrySecret,
    }),
    statements: [readTelemetrySecret],
  };
}
