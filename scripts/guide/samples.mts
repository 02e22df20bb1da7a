/** The code samples of the guide: every fence of its chapters, with where it stands. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';

const folder = fileURLToPath(new URL('../../content/guide/', import.meta.url));

export interface Sample {
  /** "chapter.md:line", the line being that of the fence in the file. */
  readonly place: string;
  readonly language: string;
  /** The file name behind the language; empty when there is none. */
  readonly file: string;
  readonly text: string;
}

/** Every sample of content/guide, in the order of the chapters' names. */
export async function loadSamples(): Promise<Sample[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.md') && name !== 'README.md').sort();
  const samples = await Promise.all(
    names.map(async name => samplesIn(name, await readFile(`${folder}${name}`, 'utf8'))),
  );
  return samples.flat();
}

function samplesIn(name: string, text: string): Sample[] {
  const frontMatter = /^---\n.*?\n---\n/s.exec(text)?.[0] ?? '';
  const linesBefore = frontMatter.split('\n').length - 1;
  return new MarkdownIt()
    .parse(text.slice(frontMatter.length), {})
    .filter(token => token.type === 'fence')
    .map(token => {
      const [language = '', file = ''] = token.info.trim().split(/\s+/);
      return { place: `${name}:${linesBefore + (token.map?.[0] ?? 0) + 1}`, language, file, text: token.content };
    });
}
