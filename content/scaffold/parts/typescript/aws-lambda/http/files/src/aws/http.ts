// First, so that tracing can watch everything that is loaded after it.
import './telemetry';
import { dependencies } from './dependencies';
import { traced } from './telemetry';
import { http } from './triggers/http';

export const handler = traced('http', http(dependencies));
