import { createSigningKey } from './signing-key.ts';
