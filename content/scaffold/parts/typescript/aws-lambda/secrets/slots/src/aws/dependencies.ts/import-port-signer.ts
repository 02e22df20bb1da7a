import type { Signer } from '../orders/signer';
