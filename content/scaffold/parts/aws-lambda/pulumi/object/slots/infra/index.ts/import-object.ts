import { createObject } from './object.ts';
