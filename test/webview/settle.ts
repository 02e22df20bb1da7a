import { options } from 'preact';

/** What Preact puts off, to the next moment or the next picture: in these tests, until a page is to settle. */
const putOff: (() => void)[] = [];
options.debounceRendering = callback => void putOff.push(callback);
options.requestAnimationFrame = callback => void putOff.push(callback);

/** Has Preact draw, run its effects, and whatever follows from them, until nothing is left to be done. */
export async function settle(): Promise<void> {
  for (let isIdle = false; !isIdle; ) {
    // What waits for a promise, or for no time at all.
    await new Promise(resolve => setTimeout(resolve, 0));
    const due = putOff.splice(0);
    for (const act of due) act();
    isIdle = due.length === 0;
  }
}
