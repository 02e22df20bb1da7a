// The pseudo-language: every sentence of ours as `[!! Šéñţéñçé !!]`. Whatever still reads as English on the screen comes from no table.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { en } from '../../src/core/language/words/en';
import { root } from '../install.mjs';
import { localizedTexts } from './localized.mts';
import { withSources } from './sources.mts';

/** The name under which VS Code and others know a pseudo-language. */
export const pseudoLanguage = 'qps-ploc';

/** Letters that read as those of English and are none of them, so that a value in plain English stands out in a sentence. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'đ', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ' },
    ...{ n: 'ñ', o: 'ö', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
    ...{ A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ' },
    ...{ N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
  }),
);

/** What stays as it is: `{placeholders}`, `$(icons)`, and where a `[link](leads)`. */
const kept = /(\{\w+\}|\$\([\w~-]+\)|\]\([^)\s]*\))/;
const onlyLink = /^\[([^\]]*)\](\([^)\s]*\))$/;

/**
 * A sentence in the pseudo-language, line by line. A line that is nothing but a link, of which VS Code makes a button, has its signs
 * inside of the link's own brackets.
 */
export function pseudo(text: string): string {
  return text.split('\n').map(pseudoLine).join('\n');
}

function pseudoLine(line: string): string {
  if (line.trim() === '') return line;
  const [, label, address] = onlyLink.exec(line) ?? [];
  return label === undefined ? `[!! ${accented(line)} !!]` : `[!! ${accented(label)} !!]${address}`;
}

function accented(text: string): string {
  return text
    .split(kept)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/[a-z]/gi, letter => lookalikes.get(letter) ?? letter),
    )
    .join('');
}

const ofPseudo = new RegExp(`[${[...lookalikes.values()].join('')}]+|\\[!!|!!\\]`);
const signsAround = /^[\s!.,:;?…–—|/()[\]"“”'’+&#%0-9-]+|[\s!.,:;?…–—|/()[\]"“”'’+&#%0-9-]+$/gu;

/** What of a text is not in the pseudo-language: the values in its sentences, or all of it. */
export function withoutPseudo(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(ofPseudo)
    .map(piece => piece.replace(signsAround, ''))
    .filter(piece => piece !== '');
}

/** Every text in a table in the pseudo-language, however deep it lies. */
function pseudoTable(table: unknown): unknown {
  if (typeof table === 'string') return pseudo(table);
  if (typeof table !== 'object' || table === null) return table;
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, pseudoTable(value)]));
}

/**
 * The files of the pseudo-language by their paths in the extension, made from the sources as they are now. What the grammar of core needs
 * stays as English has it.
 */
export async function pseudoFiles(): Promise<Readonly<Record<string, string>>> {
  const texts = withSources(path.join(root, 'tsconfig.json'), ['src/'], localizedTexts);
  const files = {
    [`l10n/bundle.l10n.${pseudoLanguage}.json`]: Object.fromEntries(texts.map(text => [text, pseudo(text)])),
    [`package.nls.${pseudoLanguage}.json`]: pseudoTable(
      JSON.parse(await readFile(path.join(root, 'package.nls.json'), 'utf8')),
    ),
    [`l10n/core.${pseudoLanguage}.json`]: { ...en, tag: pseudoLanguage, sentences: pseudoTable(en.sentences) },
  };
  return Object.fromEntries(
    Object.entries(files).map(([file, table]) => [file, `${JSON.stringify(table, undefined, 2)}\n`]),
  );
}

/** Writes these files into a folder that holds the extension. */
export async function writePseudo(folder: string): Promise<readonly string[]> {
  const files = Object.entries(await pseudoFiles());
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return files.map(([file]) => file);
}
