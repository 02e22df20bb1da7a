import { headersFromSecret } from './telemetry-secret';
