import { watchQueue } from './monitoring/queue.ts';
