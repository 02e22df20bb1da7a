import { createTelemetry } from './telemetry.ts';
