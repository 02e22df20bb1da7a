import { openSigner } from './signer';
