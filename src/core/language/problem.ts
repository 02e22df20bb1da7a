import { say } from './words';

/** Something in a file that is wrong, in a sentence, with its place. */
export interface Problem {
  readonly message: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** So many are told one by one. A person mends some and looks again; a file can hold a hundred thousand. */
export const mostProblems = 50;

type Unplaced = Pick<Problem, 'message' | 'offset' | 'length'>;

/** Collects what is wrong in a text: the first of it with a sentence each, of the rest how much more there is. */
export class ProblemList {
  private readonly first: Unplaced[] = [];
  private more: Unplaced | undefined;
  private count = 0;

  /** The sentence may be made only when it is told: there can be very many that are not. */
  add(message: string | (() => string), offset: number, length = 0): void {
    this.count += 1;
    if (this.count > mostProblems) this.more ??= { message: '', offset, length };
    else this.first.push({ message: typeof message === 'string' ? message : message(), offset, length });
  }

  /** All of them with their places, in the order in which they were found; the text is gone through once, and only for this. */
  placedIn(text: string): Problem[] {
    const { more } = this;
    if (!more) return place(text, this.first);
    const message = say('file.more-problems', { count: this.count - mostProblems });
    return place(text, [...this.first, { ...more, message }]);
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Lines end with a line feed, a carriage return, or both together. */
function place(text: string, problems: readonly Unplaced[]): Problem[] {
  const places = new Map<Unplaced, Problem>();
  let [line, start, at] = [1, 0, 0];
  for (const problem of [...problems].sort((a, b) => a.offset - b.offset)) {
    for (; at < problem.offset; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit !== lineFeed && (unit !== carriageReturn || text.charCodeAt(at + 1) === lineFeed)) continue;
      line += 1;
      start = at + 1;
    }
    places.set(problem, { ...problem, line, column: problem.offset - start + 1 });
  }
  return problems.flatMap(problem => places.get(problem) ?? []);
}
