/** Milliseconds after which scrolling is told; it is many events a second. */
export const scrollPause = 100;
