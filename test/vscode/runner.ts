import type MochaClass from 'mocha';
import * as vscode from 'vscode';

/** One line of results.jsonl, as a test happens. Depth is how many suites a line is inside of. */
export type ResultLine =
  | { event: 'suite'; depth: number; title: string }
  | { event: 'pass'; depth: number; title: string; milliseconds: number }
  | { event: 'pending'; depth: number; title: string }
  | { event: 'fail'; depth: number; title: string; fullTitle: string; reason: string }
  | { event: 'end'; milliseconds: number };

/** What the process outside asks for, in request.json. */
export interface SuiteRequest {
  grep?: string;
}

/**
 * Runs mocha inside an extension host: Node's, or the browser's web worker, where there are no files but those that VS
 * Code's own file system reaches. So request and results are files beside the workspace folder.
 *
 * @param Mocha the class made for this host: mocha has one build for Node and one for the browser
 * @param defineTests loads the test files, once describe() and it() are there
 */
export async function runSuite(Mocha: typeof MochaClass, defineTests: () => void): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a workspace folder: request and results are files beside it.');
  const beside = (name: string) => vscode.Uri.joinPath(folder.uri, '..', name);
  const request: SuiteRequest = JSON.parse(
    new TextDecoder().decode(await vscode.workspace.fs.readFile(beside('request.json'))),
  );

  const results = new ResultFile(beside('results.jsonl'));
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    ...(request.grep === undefined ? {} : { grep: request.grep }),
    reporter: recorder(line => results.add(line)),
  });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  const started = Date.now();
  try {
    defineTests();
    const failures = await new Promise<number>(resolve => mocha.run(resolve));
    if (failures > 0) throw new Error(`${failures} failed`);
  } catch (error) {
    if (results.isEmpty) {
      results.add({
        event: 'fail',
        depth: 0,
        title: 'loading the tests',
        fullTitle: 'loading the tests',
        reason: why(error),
      });
    }
    throw error;
  } finally {
    results.add({ event: 'end', milliseconds: Date.now() - started });
    await results.written;
  }
}

/** Rewritten as a whole with every line: VS Code's file system cannot append. */
class ResultFile {
  written: Promise<void> = Promise.resolve();
  #text = '';

  constructor(private readonly uri: vscode.Uri) {}

  get isEmpty(): boolean {
    return this.#text === '';
  }

  add(line: ResultLine): void {
    this.#text += `${JSON.stringify(line)}\n`;
    const text = this.#text;
    this.written = this.written.then(() => vscode.workspace.fs.writeFile(this.uri, new TextEncoder().encode(text)));
  }
}

function recorder(add: (line: ResultLine) => void): MochaClass.ReporterConstructor {
  class Recorder {
    constructor(runner: MochaClass.Runner) {
      let depth = 0;
      runner.on('suite', suite => {
        if (suite.root) return;
        add({ event: 'suite', depth, title: suite.title });
        depth++;
      });
      runner.on('suite end', suite => {
        if (!suite.root) depth--;
      });
      runner.on('pass', test => add({ event: 'pass', depth, title: test.title, milliseconds: test.duration ?? 0 }));
      runner.on('pending', test => add({ event: 'pending', depth, title: test.title }));
      runner.on('fail', (test, error) =>
        add({ event: 'fail', depth, title: test.title, fullTitle: test.fullTitle(), reason: why(error) }),
      );
    }
  }
  // Mocha's types ask for what its own reporters share, which prints; all that it uses is the constructor.
  return Recorder as unknown as MochaClass.ReporterConstructor;
}

function why(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
