import { mock } from 'node:test';

/** Stops the clock of `setTimeout`, so that time passes when a test says so, and takes none. */
export function stopClock(): void {
  mock.timers.enable({ apis: ['setTimeout'] });
}

export function startClock(): void {
  mock.timers.reset();
}

/** Lets a page run its effects and what follows from them: some frames pass, and in each what has been promised is kept. */
export async function settle(): Promise<void> {
  for (let frame = 0; frame < 8; frame += 1) {
    await turn();
    mock.timers.tick(16);
  }
  await turn();
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
