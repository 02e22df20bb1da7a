import { createQueueTrigger } from './queue.ts';
