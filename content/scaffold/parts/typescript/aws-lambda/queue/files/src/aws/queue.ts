// First, so that tracing can watch everything that is loaded after it.
import './telemetry';
import { dependencies } from './dependencies';
import { traced } from './telemetry';
import { queue } from './triggers/queue';

export const handler = traced('queue', queue(dependencies));
