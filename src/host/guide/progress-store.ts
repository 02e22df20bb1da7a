import * as vscode from 'vscode';
import { isOfNewerVersion, type Progress, readProgress } from '../../core/guide/progress';
import type { KeptValue } from '../ui/kept-value';

const key = 'serverlessAdvisor.guide.progress';

/** What was read and answered, kept across workspaces and, where someone has that on, by Settings Sync. */
export interface ProgressStore extends vscode.Disposable {
  /** Has to be over before the progress is read for the first time. */
  load(): Promise<void>;
  read(): Progress;
  /** Makes of the progress as it is now what it shall be, and writes it down. Rejects when it cannot be; this window goes on with it. */
  change(next: (now: Progress) => Progress): Promise<void>;
  /** After it has been written down, or could not be, which whoever changed it is told. */
  readonly onDidChange: vscode.Event<Step>;
}

/** One change of the progress. */
export interface Step {
  readonly before: Progress;
  readonly after: Progress;
}

/**
 * Opens the store. The progress is in two memories: VS Code's own, which Settings Sync and the other windows share but which
 * is written down later, and a kept value, which is written down at once. Each read and change begins with the newer one.
 */
export function openProgress(memory: vscode.ExtensionContext['globalState'], kept: KeptValue): ProgressStore {
  const changed = new vscode.EventEmitter<Step>();
  memory.setKeysForSync([key]);
  let own: unknown;
  let loading: Promise<void> | undefined;
  let changing: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    own = newer(await kept.read(), own);
  };
  const latest = (): unknown => newer(memory.get(key), own);
  const change = async (next: (now: Progress) => Progress): Promise<void> => {
    // Another window may have ended before VS Code's memory knew of what it had changed.
    await look();
    const last = latest();
    if (isOfNewerVersion(last))
      throw new Error(
        vscode.l10n.t(
          'A newer version of Serverless Advisor has saved your progress in the guide, so this one leaves it as it is. Update the extension.',
        ),
      );
    const before = readProgress(last);
    const after = next(before);
    if (after === before) return;
    own = { ...after, at: Math.max(Date.now(), stamp(last) + 1) };
    const sharing = Promise.allSettled([memory.update(key, own)]);
    const [written] = await Promise.allSettled([kept.write(own)]);
    changed.fire({ before, after });
    const [shared] = await sharing;
    for (const write of [written, shared]) if (write.status === 'rejected') throw write.reason;
  };
  return {
    load: () => (loading ??= look()),
    read: () => readProgress(latest()),
    change(next) {
      changing = changing.catch(() => {}).then(() => change(next));
      return changing;
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** Of two progresses the one that was changed last; of two of the same moment the first. */
function newer(one: unknown, other: unknown): unknown {
  return stamp(other) > stamp(one) ? other : one;
}

/** When a progress was changed, in milliseconds since 1970; one that does not say it is older than any that does. */
function stamp(progress: unknown): number {
  if (typeof progress !== 'object' || progress === null) return -1;
  return 'at' in progress && typeof progress.at === 'number' ? progress.at : 0;
}
