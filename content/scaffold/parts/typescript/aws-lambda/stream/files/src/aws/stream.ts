// First, so that tracing can watch everything that is loaded after it.
import './telemetry';
import { dependencies } from './dependencies';
import { traced } from './telemetry';
import { stream } from './triggers/stream';

export const handler = traced('stream', stream(dependencies));
