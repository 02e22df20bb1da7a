import * as vscode from 'vscode';
import { type Guide, type GuidePlace, quizSection, readingSection } from '../../core/guide/guide';
import { type GuideState, guideState, type SearchState } from '../../core/guide/guide-state';
import { goBack, goForward, type History, placeAt, readHistory, startHistory, visit } from '../../core/guide/history';
import type { PathFromAssessment } from '../../core/guide/path';
import { dueQuestions, type Progress, withAnswer, withChapter, withSection } from '../../core/guide/progress';
import { findQuestion } from '../../core/guide/quiz';
import { readVisits, type Visits } from '../../core/guide/visits';
import { words } from '../../core/language/inert';
import type { FromGuide, ToGuide } from '../../protocol/guide';
import { runCommand } from '../ui/commands';
import { reportFailure, showStatus, tellOnce } from '../ui/messages';
import { renderPage } from '../ui/page';
import type { GuideDesk } from './guide-desk';
import { parseIntent } from './guide-intents';
import { followLink } from './guide-links';
import { knownPlace } from './guide-places';
import { guideWords } from './guide-words';
import type { Step } from './progress-store';

/** A page of the guide, wherever it stands: it has a history of its own, and shares the progress. */
export interface GuideSurface extends vscode.Disposable {
  readonly place: GuidePlace;
  go(place: GuidePlace): void;
  back(): void;
  forward(): void;
  /** Tells the page everything again, which a hidden page has not heard. */
  show(): void;
}

/** Where a page stands, and who wants to know where it has gone. */
export interface Stand {
  readonly kind: GuideState['surface'];
  readonly webview: vscode.Webview;
  isVisible(): boolean;
  /** What was kept of the last time; it can be anything. */
  recall(): Promise<unknown>;
  /** Resolves when it is written down. */
  keep(memory: GuideMemory): Promise<void>;
  moved(history: History, guide: Guide): void;
}

/** What outlives a page: where it was, and how it looked at each visit. */
export interface GuideMemory {
  readonly history: History;
  readonly visits: Visits;
}

/** Fills a webview with the guide. */
export function openSurface(desk: GuideDesk, stand: Stand): GuideSurface {
  const { webview } = stand;
  let history: History | undefined;
  let visits: Visits = {};
  let written: Promise<void> = Promise.resolve();
  const placeTold = tellOnce('Writing down the place in the guide');
  const progressTold = tellOnce('Writing down the progress in the guide');
  /** Where someone wants to go while the page is still loading. */
  let wanted: GuidePlace | undefined;
  let search: SearchState | null = null;
  let round: { readonly visit: number; readonly questions: readonly string[] } | undefined;
  let assessmentPath: PathFromAssessment | undefined;

  const show = async (): Promise<void> => {
    const { guide, knowledge } = await desk.load();
    if (!history || !stand.isVisible()) return;
    const progress = desk.progress.read();
    const today = desk.today();
    const due = dueQuestions(guide, progress, today);
    round = placeAt(history).kind === 'review' ? roundOf(history, round, due) : undefined;
    const state = guideState({
      ...{ guide, knowledge, progress, today, history, visits, search, assessmentPath },
      surface: stand.kind,
      round: round?.questions ?? [],
      due: due.length,
    });
    const message: ToGuide = { kind: 'show', state };
    // Written down, then shown: whoever sees a place finds it again, however the window ends.
    await written;
    await webview.postMessage(message);
  };
  const keep = (now: History): void => {
    written = placeTold(stand.keep({ history: now, visits }));
  };
  const change = (next: (now: Progress) => Progress): Promise<void> => progressTold(desk.progress.change(next));
  const move = (guide: Guide, next: History): void => {
    history = next;
    search = null;
    keep(next);
    stand.moved(next, guide);
    attempt(show());
  };
  const makePath = async (): Promise<void> => {
    assessmentPath = await desk.path.make();
  };
  const goTo = async (place: GuidePlace): Promise<void> => {
    if (!history) wanted = place;
    const { guide } = await desk.load();
    if (place.kind === 'home') await makePath();
    if (history) move(guide, visit(history, knownPlace(guide, place)));
  };
  const step = async (change: (history: History) => History): Promise<void> => {
    const { guide } = await desk.load();
    if (history) move(guide, change(history));
  };

  /** The history of the last time, after a reload of the window. */
  const recall = async (guide: Guide): Promise<History | undefined> => {
    const memory = await stand.recall();
    if (typeof memory !== 'object' || memory === null) return undefined;
    const before = readHistory(Reflect.get(memory, 'history'), guide);
    if (before) visits = readVisits(Reflect.get(memory, 'visits'));
    return before;
  };

  const follow = async (intent: FromGuide): Promise<void> => {
    const { guide, knowledge } = await desk.load();
    switch (intent.kind) {
      case 'ready': {
        await makePath();
        const before = history ?? (await recall(guide));
        const place = wanted && knownPlace(guide, wanted);
        wanted = undefined;
        const start = before ?? startHistory(place ?? { kind: 'home' });
        return move(guide, place ? visit(start, place) : start);
      }
      case 'go':
        return goTo(intent.place);
      case 'back':
        return step(goBack);
      case 'forward':
        return step(goForward);
      case 'remember':
        visits = intent.visits;
        if (history) keep(history);
        return;
      case 'search': {
        const { query } = intent;
        search = query.trim() === '' ? null : { query, hits: search?.hits ?? [] };
        // Without words there is nothing to find, but the index is made, so that the first letter need not wait for it.
        const hits = await desk.find(query);
        // Another key may have been pressed meanwhile.
        if (search && search.query === query) search = { query, hits };
        return show();
      }
      case 'reading': {
        const { chapter, section } = intent;
        if (hasSection(guide, chapter, section)) await change(now => ({ ...now, place: { chapter, section } }));
        return;
      }
      case 'read': {
        const { chapter, section } = intent;
        if (hasSection(guide, chapter, section) && section !== quizSection && section !== readingSection)
          await change(now => withSection(now, chapter, section));
        return;
      }
      case 'mark':
        if (guide.chapterById.has(intent.chapter))
          await change(now => withChapter(guide, now, intent.chapter, intent.read));
        return;
      case 'answer':
        if (findQuestion(guide, intent.question))
          await change(now => withAnswer(guide, now, intent.question, intent.options, desk.today()));
        return;
      case 'platform':
        if (!knowledge.platforms.some(({ id }) => id === intent.platform)) return;
        return change(now => ({ ...now, platform: intent.platform }));
      case 'path': {
        const { path } = intent;
        if (path !== null && !guide.pathById.has(path)) return;
        await desk.path.follow(undefined);
        assessmentPath = undefined;
        await change(now => ({ ...now, path }));
        return show();
      }
      case 'path-from-assessment': {
        const file = await desk.path.choose(undefined);
        if (!file) return;
        await desk.path.follow(file);
        return goTo({ kind: 'home' });
      }
      case 'follow':
        return followLink(guide, intent, place => goTo(place));
      case 'copy':
        await vscode.env.clipboard.writeText(intent.text);
        showStatus(words(vscode.l10n.t('Copied')), 2000);
        return;
      case 'open-in-editor':
        return runCommand('serverlessAdvisor.openGuideInEditor');
      case 'open-markdown':
        return runCommand('serverlessAdvisor.openChapterText', intent.chapter);
      case 'export-progress':
        return runCommand('serverlessAdvisor.exportGuideProgress');
      case 'reset-progress':
        return runCommand('serverlessAdvisor.resetGuideProgress');
    }
  };

  const listeners = vscode.Disposable.from(
    webview.onDidReceiveMessage((message: unknown) => {
      const intent = parseIntent(message);
      if (intent) attempt(follow(intent));
    }),
    desk.progress.onDidChange(change => {
      if (isSeen(change, history && placeAt(history))) attempt(show());
    }),
  );
  webview.options = {
    enableScripts: true,
    localResourceRoots: [
      vscode.Uri.joinPath(desk.extensionUri, 'dist'),
      vscode.Uri.joinPath(desk.extensionUri, 'media'),
    ],
  };
  webview.html = renderPage(webview, desk.extensionUri, {
    script: 'guide.js',
    style: 'guide.css',
    title: vscode.l10n.t('Serverless Advisor guide'),
    words: guideWords(),
  });

  return {
    get place() {
      return history ? placeAt(history) : (wanted ?? { kind: 'home' });
    },
    go: place => attempt(goTo(place)),
    back: () => attempt(step(goBack)),
    forward: () => attempt(step(goForward)),
    show: () => attempt(show()),
    dispose: () => listeners.dispose(),
  };
}

/** The questions of a round are those that were due when it began; coming back to it later begins another. */
function roundOf(
  { entries, at }: History,
  round: { readonly visit: number; readonly questions: readonly string[] } | undefined,
  due: readonly string[],
) {
  const visit = entries[at]?.visit ?? 0;
  return round?.visit === visit ? round : { visit, questions: due };
}

/** Where someone reads changes with every scroll, and only the home page shows it. */
function isSeen({ before, after }: Step, place: GuidePlace | undefined): boolean {
  if (place?.kind === 'home') return true;
  return JSON.stringify({ ...before, place: null }) !== JSON.stringify({ ...after, place: null });
}

function hasSection(guide: Guide, chapter: string, section: string): boolean {
  return guide.chapterById.get(chapter)?.sections.some(({ id }) => id === section) ?? false;
}

function attempt(act: Promise<void>): void {
  act.catch(error => reportFailure('Following the page of the guide', error));
}
