import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import type { GuidePlace } from '../../core/guide/guide';
import { inert, words } from '../../core/language/inert';
import { type GuideAddress, runnerOf } from '../ui/commands';
import { localDay } from '../ui/day';
import { showInformation } from '../ui/messages';
import { pickRow } from '../ui/prompts';
import { keptForWorkspace } from '../ui/storage';
import { chapterCommands, chapterPages } from './chapter-pages';
import { openDesk } from './guide-desk';
import { openGuidePanel } from './guide-panel';
import { destinationsOf } from './guide-places';
import { openGuideView } from './guide-view';
import type { GuideFeature } from './registration';

const walkthrough = 'serverless-advisor.serverless-advisor#getStarted';

/** The practice guide: its view in the side bar, its page in the editor area, and their commands. `today` is YYYY-MM-DD. */
export function guideFeature(
  context: vscode.ExtensionContext,
  advisor: Advisor,
  today: () => string = localDay,
): GuideFeature {
  const desk = openDesk(context, advisor, today);
  const view = openGuideView(desk, keptForWorkspace(context, 'guide-side-bar'));
  const panel = openGuidePanel(desk, keptForWorkspace(context, 'guide-editor'));

  const askForPlace = async (address: GuideAddress): Promise<GuidePlace | undefined> => {
    const { guide, knowledge } = await desk.load();
    const destinations = destinationsOf(guide, knowledge, address);
    if (destinations.length === 0 && 'choices' in address)
      void showInformation(words(vscode.l10n.t('The guide says nothing about {0}.'), address.about));
    if (destinations.length < 2) return destinations[0]?.place;
    const rows = destinations.flatMap(({ place, because }) => {
      const chapter = place.kind === 'chapter' ? guide.chapterById.get(place.chapter) : undefined;
      const section = place.kind === 'chapter' && chapter?.sections.find(({ id }) => id === place.section);
      const title = chapter?.title ?? '';
      const label = section ? words('{0}: {1}', title, section.title) : inert(title);
      return [{ label, description: inert(because), place }];
    });
    const about = 'about' in address ? address.about : '';
    const picked = await pickRow(rows, {
      title: inert(about),
      placeHolder: words(vscode.l10n.t('Several choices stand behind it. Which do you want to read about?')),
      matchOnDescription: true,
    });
    return picked?.place;
  };
  /** Shows what an address leads to; without one, the guide where it was. */
  const lead = async (given: unknown, open: (place: GuidePlace | undefined) => Promise<void>): Promise<void> => {
    if (!isAddress(given)) return open(undefined);
    const place = await askForPlace(given);
    if (place) return open(place);
    if (!('choices' in given)) return open({ kind: 'home' });
  };
  const inSideBar = (place: GuidePlace | undefined): Promise<void> => view.reveal(place, false);

  context.subscriptions.push(desk, view, panel);
  return {
    fillView: view.fill,
    restorePanel: panel.restore,
    chapterPages: chapterPages(advisor),
    run: runnerOf({
      ...chapterCommands(advisor),
      'serverlessAdvisor.openGuide': (address, preserveFocus = false) =>
        lead(address, place => view.reveal(place, preserveFocus)),
      'serverlessAdvisor.openGuideInEditor': address =>
        lead(address, place => panel.open(place ?? view.surface?.place)),
      async 'serverlessAdvisor.searchGuide'() {
        const { askSearch } = await import('./guide-quick-search');
        const found = await askSearch(desk);
        if (!found) return;
        const { target, inEditor } = found;
        const open = inEditor ? panel.open : inSideBar;
        if (target.kind !== 'link') return open(target);
        const [{ followLink }, { guide }] = await Promise.all([import('./guide-links'), desk.load()]);
        await followLink(guide, { chapter: '', href: target.href }, open);
      },
      async 'serverlessAdvisor.continueReading'() {
        const [{ continueAt }, { guide }] = await Promise.all([import('../../core/guide/guide-state'), desk.load()]);
        const at = continueAt(guide, desk.progress.read());
        await inSideBar(at ? { kind: 'chapter', chapter: at.chapter, section: at.section } : { kind: 'home' });
      },
      'serverlessAdvisor.reviewQuiz': () => inSideBar({ kind: 'review' }),
      async 'serverlessAdvisor.guidePathFromAssessment'(given) {
        const file = await desk.path.choose(given instanceof vscode.Uri ? given : undefined);
        if (!file) return;
        await desk.path.follow(file);
        await inSideBar({ kind: 'home' });
      },
      'serverlessAdvisor.exportGuideProgress': async () => (await import('./progress-commands')).exportProgress(desk),
      'serverlessAdvisor.resetGuideProgress': async () => (await import('./progress-commands')).resetProgress(desk),
      'serverlessAdvisor.guideBack': async () => view.surface?.back(),
      'serverlessAdvisor.guideForward': async () => view.surface?.forward(),
      async 'serverlessAdvisor.getStarted'() {
        // VS Code opens a walkthrough by itself when its extension is installed, unless its condition is not met yet.
        await vscode.commands.executeCommand('setContext', 'serverlessAdvisor.hasStarted', true);
        await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
      },
    }),
  };
}

/** A menu or a hand-written link can give anything. */
function isAddress(value: unknown): value is GuideAddress {
  if (typeof value !== 'object' || value === null || value instanceof vscode.Uri) return false;
  return (
    ['chapter', 'criterion', 'question'].some(name => typeof Reflect.get(value, name) === 'string') ||
    'choices' in value
  );
}
