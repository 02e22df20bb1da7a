import { watchStream } from './monitoring/stream.ts';
