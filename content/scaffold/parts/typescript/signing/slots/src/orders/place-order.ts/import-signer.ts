import type { Signer } from './signer';
