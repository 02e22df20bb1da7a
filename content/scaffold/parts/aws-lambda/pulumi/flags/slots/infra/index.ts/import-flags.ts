import { createFlags } from './flags.ts';
