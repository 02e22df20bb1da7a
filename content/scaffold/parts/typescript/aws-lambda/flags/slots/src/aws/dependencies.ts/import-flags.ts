import { openFlags } from './flags';
