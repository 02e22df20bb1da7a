/**
 * `node --import tsx test/work/count.ts`, from the root: does every case of cases.ts at its size and at twice the size, and prints
 * how much work that was. It is a process of its own because V8 counts how often each block of code runs only in code that was
 * compiled while it counts.
 */
import { Session } from 'node:inspector';

/** What one run took. */
export interface Work {
  /** How often blocks of our code, and of the libraries that it reads text with, were run. */
  readonly steps: number;
  /** How many characters regular expressions have gone over, backtracking not counted. */
  readonly searched: number;
  /** How much came of it, where the case says so. */
  readonly made: number | undefined;
}

const counted = /\/src\/|node_modules\/(?:jsonc-parser|node-diff3|minisearch)\//;

let searched = 0;
const { exec } = RegExp.prototype;
// biome-ignore lint/suspicious/noExplicitAny: the method is replaced as it is.
RegExp.prototype.exec = function (this: RegExp, text: any): RegExpExecArray | null {
  const from = this.global || this.sticky ? this.lastIndex : 0;
  const found = exec.call(this, text);
  const to = found ? found.index + found[0].length : this.sticky ? from : String(text).length;
  searched += Math.max(1, to - from);
  return found;
};

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

function steps(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    for (const { url, functions } of result)
      if (counted.test(url)) for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  });
  return sum;
}

async function count(): Promise<void> {
  const { cases } = await import('./cases');
  const works = Object.entries(cases).map(([name, { size, prepare }]) => {
    const measure = (size: number): Work => {
      const act = prepare(size);
      steps();
      searched = 0;
      const made = act();
      const gone = searched;
      return { steps: steps(), searched: gone, made };
    };
    // What is compiled or looked up once is not counted.
    prepare(Math.min(size, 100))();
    return [name, [measure(size), measure(2 * size)]] as const;
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(works)));
}

void count();
