import { setImmediate as later } from 'node:timers/promises';
import type { Slot, Slots } from '../../src/host/ui/kept-value';

/** Two slots in memory, whose writes can be cut off. */
export interface Disk extends Slots {
  /** How much of a text the next writes get written before they fail; 1 writes all of it and fails then. */
  cutOff: number | undefined;
  writes: number;
}

export function openDisk(): Disk {
  const texts = new Map<Slot, string>();
  const disk: Disk = {
    cutOff: undefined,
    writes: 0,
    async read(slot) {
      await later();
      return texts.get(slot);
    },
    async write(slot, text) {
      disk.writes += 1;
      // As a disk does it: what was there is gone first.
      texts.set(slot, '');
      await later();
      texts.set(slot, text.slice(0, Math.floor(text.length * (disk.cutOff ?? 1))));
      if (disk.cutOff !== undefined) throw new Error('There is no space left.');
    },
  };
  return disk;
}
