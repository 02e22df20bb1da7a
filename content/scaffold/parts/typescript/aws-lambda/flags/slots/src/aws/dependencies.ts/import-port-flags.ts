import type { Flags } from '../orders/flags';
