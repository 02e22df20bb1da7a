// First, so that tracing can watch everything that is loaded after it.
import './telemetry';
import { dependencies } from './dependencies';
import { traced } from './telemetry';
import { events } from './triggers/events';

export const handler = traced('events', events(dependencies));
