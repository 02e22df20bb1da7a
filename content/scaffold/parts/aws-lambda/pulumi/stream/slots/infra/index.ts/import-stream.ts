import { createStream } from './stream.ts';
