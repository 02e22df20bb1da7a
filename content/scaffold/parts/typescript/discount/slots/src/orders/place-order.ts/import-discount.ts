import { discountOn } from './discount';
