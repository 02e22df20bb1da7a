import { hmacSigner } from '../orders/signer';
