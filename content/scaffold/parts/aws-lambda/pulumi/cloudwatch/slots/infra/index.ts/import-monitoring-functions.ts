import { watchFunctions } from './monitoring/functions.ts';
