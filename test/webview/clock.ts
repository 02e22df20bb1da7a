import { mock } from 'node:test';
import { act } from 'preact/test-utils';

/** Stops the clock of `setTimeout`, so that time passes when a test says so, and takes none. */
export function stopClock(): void {
  mock.timers.enable({ apis: ['setTimeout'] });
}

export function startClock(): void {
  mock.timers.reset();
}

/** Lets so many milliseconds pass on a page, frame by frame; in each, what has been promised is kept and effects run. */
export async function settle(milliseconds = 128): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 16) {
    await act(turn);
    await act(() => mock.timers.tick(Math.min(16, milliseconds - passed)));
  }
  await act(turn);
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
