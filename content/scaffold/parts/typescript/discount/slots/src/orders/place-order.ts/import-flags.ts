import type { Flags } from './flags';
