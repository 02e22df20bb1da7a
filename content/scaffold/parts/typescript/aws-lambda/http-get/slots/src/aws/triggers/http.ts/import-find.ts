import { findOrder } from '../../orders/find-order';
