// First, so that tracing can watch everything that is loaded after it.
import './telemetry';
import { dependencies } from './dependencies';
import { traced } from './telemetry';
import { object } from './triggers/object';
import { openUploads } from './uploads';

export const handler = traced('object', object({ ...dependencies, uploads: openUploads() }));
