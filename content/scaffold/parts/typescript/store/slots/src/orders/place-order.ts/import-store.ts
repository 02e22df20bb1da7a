import type { OrderStore } from './store';
