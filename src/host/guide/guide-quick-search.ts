import * as vscode from 'vscode';
import type { Guide, GuidePlace } from '../../core/guide/guide';
import type { SearchHit } from '../../core/guide/search';
import { inert, type Words, words } from '../../core/language/inert';
import { reportFailure } from '../ui/messages';
import { type Button, createList, type Row } from '../ui/prompts';
import type { GuideDesk } from './guide-desk';

/** What someone found, and where they want to see it. */
export interface Found {
  readonly target: SearchHit['target'];
  readonly inEditor: boolean;
}

interface FoundRow extends Row {
  readonly target: SearchHit['target'];
}

const mostHits = 30;

/** Asks for words and shows what they find with every key; before the first, the chapters. */
export async function askSearch(desk: GuideDesk): Promise<Found | undefined> {
  const { guide } = await desk.load();
  const pick = createList<FoundRow>();
  const toEditor: Button = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: words(vscode.l10n.t('Open in the editor area')),
  };
  pick.title = words(vscode.l10n.t('Search the guide'));
  pick.placeholder = words(vscode.l10n.t('What are you looking for?'));
  // The best hit stands first, not the one whose title matches most.
  if ('sortByLabel' in pick) pick.sortByLabel = false;
  const chapters = chapterRows(guide, toEditor);
  pick.items = chapters;
  const find = async (query: string): Promise<void> => {
    pick.busy = query !== '';
    const rows = query === '' ? chapters : hitRows(await desk.find(query, mostHits), toEditor);
    if (pick.value.trim() !== query) return;
    pick.busy = false;
    pick.items = rows;
    if (rows[0]) pick.activeItems = [rows[0]];
  };
  try {
    return await new Promise<Found | undefined>(resolve => {
      pick.onDidChangeValue(
        value => void find(value.trim()).catch(error => reportFailure('Searching the guide', error)),
      );
      pick.onDidTriggerItemButton(({ item }) => resolve({ target: item.target, inEditor: true }));
      pick.onDidAccept(() => {
        const [row] = pick.activeItems;
        if (row) resolve({ target: row.target, inEditor: false });
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function chapterRows(guide: Guide, button: Button): FoundRow[] {
  return guide.chapters.map(({ id, number, title, minutes }) => ({
    label: number === null ? inert(title) : words(vscode.l10n.t('{0}. {1}'), number, title),
    description: words(vscode.l10n.t('{0} min'), minutes),
    alwaysShow: true,
    buttons: [button],
    target: { kind: 'chapter', chapter: id, section: null } satisfies GuidePlace,
  }));
}

function hitRows(hits: readonly SearchHit[], button: Button): FoundRow[] {
  return hits.map(({ kind, title, where, excerpt, target }) => ({
    label: labelFor(kind, title),
    description: inert(where),
    detail: inert(excerpt.map(({ text }) => text).join('')),
    // What was found stays, whatever VS Code's own filter makes of it.
    alwaysShow: true,
    ...(target.kind === 'link' ? {} : { buttons: [button] }),
    target,
  }));
}

/** What was found, behind the icon of its kind. */
function labelFor(kind: SearchHit['kind'], title: string): Words {
  const labels: Readonly<Record<SearchHit['kind'], Words>> = {
    chapter: words('$(book) {0}', title),
    section: words('$(list-unordered) {0}', title),
    term: words('$(symbol-string) {0}', title),
    question: words('$(question) {0}', title),
    criterion: words('$(law) {0}', title),
    platform: words('$(server-environment) {0}', title),
    tool: words('$(tools) {0}', title),
  };
  return labels[kind];
}
