import { project } from './settings.ts';
import type { Extra } from './shared.ts';

/** Traces to X-Ray, through the daemon that Lambda runs beside each function. */
export function createTelemetry(): Extra {
  return {
    tracing: 'Active',
    environment: trigger => ({ OTEL_SERVICE_NAME: `${project}-${trigger}` }),
    // X-Ray knows no resource for traces.
    statements: [{ Sid: 'WriteTraces', Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], Resource: '*' }],
  };
}
