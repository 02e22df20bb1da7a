import { watchDeadLetters } from './monitoring/dead-letters.ts';
