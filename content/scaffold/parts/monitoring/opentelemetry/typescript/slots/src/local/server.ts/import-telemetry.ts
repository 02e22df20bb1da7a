import { traced } from '../aws/telemetry';
