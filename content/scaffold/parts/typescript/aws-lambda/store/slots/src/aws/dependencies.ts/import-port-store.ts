import type { OrderStore } from '../orders/store';
