import { createOrders } from './orders.ts';
