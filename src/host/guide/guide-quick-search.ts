import * as vscode from 'vscode';
import type { Guide, GuidePlace } from '../../core/guide/guide';
import type { SearchHit } from '../../core/guide/search';
import { reportFailure } from '../ui/commands';
import { withoutIcons } from '../ui/labels';
import type { GuideDesk } from './guide-desk';

/** What someone found, and where they want to see it. */
export interface Found {
  readonly target: SearchHit['target'];
  readonly inEditor: boolean;
}

interface Row extends vscode.QuickPickItem {
  readonly target: SearchHit['target'];
}

const mostHits = 30;

/** Asks for words and shows what they find with every key; before the first, the chapters. */
export async function askSearch(desk: GuideDesk): Promise<Found | undefined> {
  const { guide } = await desk.load();
  const pick: vscode.QuickPick<Row> & { sortByLabel?: boolean } = vscode.window.createQuickPick<Row>();
  const toEditor: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: vscode.l10n.t('Open in the editor area'),
  };
  pick.title = vscode.l10n.t('Search the guide');
  pick.placeholder = vscode.l10n.t('What are you looking for?');
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
      pick.onDidChangeValue(value => void find(value.trim()).catch(reportFailure));
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

function chapterRows(guide: Guide, button: vscode.QuickInputButton): Row[] {
  return guide.chapters.map(({ id, number, title, minutes }) => ({
    label: number === null ? withoutIcons(title) : `${number}. ${withoutIcons(title)}`,
    description: vscode.l10n.t('{0} min', String(minutes)),
    alwaysShow: true,
    buttons: [button],
    target: { kind: 'chapter', chapter: id, section: null } satisfies GuidePlace,
  }));
}

function hitRows(hits: readonly SearchHit[], button: vscode.QuickInputButton): Row[] {
  return hits.map(({ kind, title, where, excerpt, target }) => ({
    label: `$(${icons[kind]}) ${withoutIcons(title)}`,
    description: where,
    detail: withoutIcons(excerpt.map(({ text }) => text).join('')),
    // What was found stays, whatever VS Code's own filter makes of it.
    alwaysShow: true,
    ...(target.kind === 'link' ? {} : { buttons: [button] }),
    target,
  }));
}

const icons: Readonly<Record<SearchHit['kind'], string>> = {
  chapter: 'book',
  section: 'list-unordered',
  term: 'symbol-string',
  question: 'question',
  criterion: 'law',
  platform: 'server-environment',
  tool: 'tools',
};
