// First, so that tracing can watch everything that is loaded after it.
import './telemetry';
import { dependencies } from './dependencies';
import { traced } from './telemetry';
import { schedule } from './triggers/schedule';

export const handler = traced('schedule', schedule(dependencies));
