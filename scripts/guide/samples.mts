/** The code samples of the guide: every fence of its chapters, with where it stands. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readGuideText } from '../../src/compiler/guide-text.mts';
import { blocksIn, blocksOf, textOfCode } from '../../src/core/guide/text';

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

function samplesIn(name: string, source: string): Sample[] {
  const { text } = readGuideText(name, source, { platforms: [], drawings: new Map() });
  return [...blocksIn(blocksOf(text))].flatMap(block =>
    block.kind === 'code'
      ? [
          {
            place: `${name}:${text.lineOf(block)}`,
            language: block.language,
            file: block.file ?? '',
            text: `${textOfCode(block)}\n`,
          },
        ]
      : [],
  );
}
