import { hmacSigner } from '../../src/orders/signer';
