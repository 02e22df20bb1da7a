import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { inert, words } from '../../core/language/inert';
import type { Handlers } from '../ui/commands';
import type { Documents } from '../ui/documents';
import { markdownPages, openMarkdownPage } from '../ui/markdown-pages';
import { pickRow } from '../ui/prompts';
import { chapterScheme } from './registration';

/** The chapters as plain Markdown. */
export function chapterPages(advisor: Advisor): Documents {
  return markdownPages(async ({ path }) => {
    const [, id] = /^\/([a-z0-9-]+)\.md$/.exec(path) ?? [];
    return id === undefined ? undefined : advisor.chapterText(id);
  });
}

/** The command that opens one of them. */
export function chapterCommands(advisor: Advisor): Handlers<'serverlessAdvisor.openChapterText'> {
  return {
    async 'serverlessAdvisor.openChapterText'(chapter) {
      const id = typeof chapter === 'string' ? chapter : await chooseChapter(advisor);
      if (id === undefined) return;
      await openMarkdownPage(vscode.Uri.from({ scheme: chapterScheme, path: `/${id}.md` }), false);
    },
  };
}

async function chooseChapter(advisor: Advisor): Promise<string | undefined> {
  const { chapters } = await advisor.guide();
  const rows = chapters.map(({ id, number, title }) => ({
    label: number === null ? inert(title) : words(vscode.l10n.t('{0}. {1}'), number, title),
    id,
  }));
  const placeHolder = words(vscode.l10n.t('Which chapter do you want to read as plain Markdown?'));
  return (await pickRow(rows, { placeHolder }))?.id;
}
