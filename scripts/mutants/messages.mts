// What the tester of mutants and the process in which tests run say to each other.

/** What to run: the tests of some files, with one source changed or as it is. */
export interface Task {
  /** The tests, by their paths in the project. */
  readonly tests: readonly string[];
  readonly seed: number;
  /** The source that is another one, and its text; nothing is written to the disk. */
  readonly changed?: { readonly file: string; readonly text: string };
}

/** What came of it: the first test that failed and why, or nothing when none did; how long it took and computed, in milliseconds. */
export interface Outcome {
  readonly failure?: string;
  readonly took: number;
  readonly computed: number;
}
