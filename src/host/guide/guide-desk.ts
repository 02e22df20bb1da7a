import type * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import type { Knowledge } from '../../core/content/knowledge';
import type { Guide } from '../../core/guide/guide';
import type { SearchHit } from '../../core/guide/search';
import { keptForAll, keptForWorkspace } from '../ui/storage';
import { type AssessmentPath, openAssessmentPath } from './assessment-path';
import { openProgress, type ProgressStore } from './progress-store';

/** What the guide's view, its editor and its commands share. */
export interface GuideDesk extends vscode.Disposable {
  readonly extensionUri: vscode.Uri;
  readonly progress: ProgressStore;
  readonly path: AssessmentPath;
  /** Today, as YYYY-MM-DD. */
  today(): string;
  /** The knowledge; after it, the progress can be read too. */
  load(): Promise<{ readonly guide: Guide; readonly knowledge: Knowledge }>;
  /** Finds words; the index is made when it is first asked for. */
  find(query: string, limit?: number): Promise<readonly SearchHit[]>;
}

export function openDesk(context: vscode.ExtensionContext, advisor: Advisor, today: () => string): GuideDesk {
  const progress = openProgress(context.globalState, keptForAll(context, 'guide-progress'));
  const load: GuideDesk['load'] = async () => {
    const [guide, knowledge] = await Promise.all([advisor.guide(), advisor.knowledge(), progress.load()]);
    return { guide, knowledge };
  };
  let index: Promise<(query: string, limit?: number) => readonly SearchHit[]> | undefined;
  return {
    extensionUri: context.extensionUri,
    progress,
    path: openAssessmentPath(keptForWorkspace(context, 'guide-assessment'), advisor),
    today,
    load,
    async find(query, limit) {
      index ??= load().then(async ({ guide, knowledge }) =>
        (await import('../../core/guide/search')).makeSearch(guide, knowledge),
      );
      return (await index)(query, limit);
    },
    dispose: () => progress.dispose(),
  };
}
