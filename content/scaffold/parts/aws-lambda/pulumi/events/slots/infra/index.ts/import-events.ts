import { createEvents } from './events.ts';
