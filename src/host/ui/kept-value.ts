/** Two places for a text, which can be read and written one at a time. */
export interface Slots {
  /** The text that is there; nothing when none is, or when it cannot be read. */
  read(slot: Slot): Promise<string | undefined>;
  /** Resolves when the text is written. One that is interrupted may leave half a text. */
  write(slot: Slot, text: string): Promise<void>;
}
export type Slot = 0 | 1;

/**
 * A value that outlives the window. VS Code's own memories take a value at once and write it down later: in a browser a
 * window that is reloaded within a tenth of a second has never heard of it, nor for seconds of what a page gave VS Code.
 */
export interface KeptValue {
  /** What was kept last, which can come from another version; nothing when nothing was. */
  read(): Promise<unknown>;
  /**
   * Keeps a value that JSON can hold. Resolves when it is written down, or one that was given after it; rejects when it
   * cannot be, and then what was kept before still is.
   */
  write(value: unknown): Promise<void>;
}

/** Keeps a value in two slots in turn: while one is being written, the other holds the value before, whole. */
export function keepIn(slots: Slots): KeptValue {
  let newest: Entry | undefined;
  let writing: Promise<void> = Promise.resolve();
  let next: { value: unknown; readonly done: Promise<void> } | undefined;

  const look = async (): Promise<Entry | undefined> => {
    const [first, second] = await Promise.all(([0, 1] as const).map(async slot => parse(slot, await slots.read(slot))));
    return first && second ? (first.at > second.at ? first : second) : (first ?? second);
  };
  const put = async (value: unknown): Promise<void> => {
    newest ??= await look();
    const slot = newest?.slot === 0 ? 1 : 0;
    // Time orders what several windows write; the clock may be set back.
    const at = Math.max(Date.now(), (newest?.at ?? 0) + 1);
    await slots.write(slot, JSON.stringify({ at, value }));
    newest = { slot, at, value };
  };
  return {
    async read() {
      await writing.catch(() => {});
      // Another window may have written since.
      newest = (await look()) ?? newest;
      return newest?.value;
    },
    write(value) {
      // Whoever comes while a write is under way shares the one after it.
      if (next) {
        next.value = value;
        return next.done;
      }
      writing = writing
        .catch(() => {})
        .then(() => {
          const latest = next?.value;
          next = undefined;
          return put(latest);
        });
      next = { value, done: writing };
      return writing;
    },
  };
}

interface Entry {
  readonly slot: Slot;
  /** Milliseconds since 1970, and more than those of the entry before. */
  readonly at: number;
  readonly value: unknown;
}

/** An entry, if it is whole: half of one is no JSON. */
function parse(slot: Slot, text: string | undefined): Entry | undefined {
  if (text === undefined) return undefined;
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry !== 'object' || entry === null || !('at' in entry) || !('value' in entry)) return undefined;
    return Number.isFinite(entry.at) ? { slot, at: Number(entry.at), value: entry.value } : undefined;
  } catch {
    return undefined;
  }
}
