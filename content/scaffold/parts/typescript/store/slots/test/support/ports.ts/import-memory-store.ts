import { memoryStore } from '../../src/local/memory-store';
