import * as vscode from 'vscode';
import { type Progress, readProgress } from '../../core/guide/progress';

const key = 'serverlessAdvisor.guide.progress';

/** What was read and answered, kept across workspaces and, where someone has that on, by Settings Sync. */
export interface ProgressStore extends vscode.Disposable {
  read(): Progress;
  /** Makes of the progress as it is now what it shall be, and keeps it at once. */
  change(next: (now: Progress) => Progress): Promise<void>;
  readonly onDidChange: vscode.Event<Step>;
}

/** One change of the progress. */
export interface Step {
  readonly before: Progress;
  readonly after: Progress;
}

/** Opens the store. Every window has its own of the same memory, so that each read and change begins with what it holds. */
export function openProgress(memory: vscode.ExtensionContext['globalState']): ProgressStore {
  const changed = new vscode.EventEmitter<Step>();
  memory.setKeysForSync([key]);
  const read = (): Progress => readProgress(memory.get(key));
  return {
    read,
    async change(next) {
      const before = read();
      const after = next(before);
      if (after === before) return;
      const written = memory.update(key, after);
      changed.fire({ before, after });
      await written;
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** Today where the reader is, as YYYY-MM-DD. */
export function localDay(now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
