import { memoryStore } from './memory-store';
