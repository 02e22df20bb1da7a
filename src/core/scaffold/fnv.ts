/** Where FNV-1a with 32 bits starts, and what it multiplies by. Source: RFC 9923, February 2026. */
export const fnvOffset = 0x811c9dc5;
export const fnvPrime = 0x01000193;
