/** Whether what people wrote can stand where the parts of projects put it: each kind of file takes words in its own way, or in none. */
import MarkdownIt from 'markdown-it';
import { type Part, textOf } from '../core/scaffold/catalogue';
import { escapingOf, type Given } from '../core/scaffold/given';

const viewer = new MarkdownIt({ html: true, linkify: true });
/** Stands for the words while a file is looked at: nothing makes anything else of it. */
const standIn = 'WORDS';

/** What is wrong with the places at which a part puts what people give, as sentences. */
export function* misplaced(part: Part, given: Readonly<Record<string, Given>>): Iterable<string> {
  const texts: (readonly [path: string, text: string])[] = [
    ...Object.entries(part.files).map(([path, file]) => [path, textOf(file)] as const),
    ...Object.entries(part.slots).flatMap(([path, slots]) => Object.values(slots).map(text => [path, text] as const)),
  ];
  for (const [name, value] of Object.entries(given)) {
    if ('bare' in value) continue;
    const placeholder = `<% ${name} %>`;
    for (const [key, text] of Object.entries(part.values ?? {}))
      if ([text].flat().some(line => line.includes(placeholder)))
        yield `the value "${key}" holds "${name}", which a person wrote: a value can come into any file and command`;
    for (const [path, text] of texts)
      if (text.includes(placeholder)) {
        const problem =
          'markdown' in value ? wrongForMarkdown(path, text, placeholder) : wrongForWords(path, text, placeholder);
        if (problem) yield `${path}: "${name}" ${problem}`;
      }
  }
}

function wrongForMarkdown(path: string, text: string, placeholder: string): string | undefined {
  if (escapingOf(path) !== 'markdown') return 'is Markdown, which only a Markdown file takes';
  const isAlone = text.split('\n').every(line => line === placeholder || !line.includes(placeholder));
  return isAlone && standsInText(text, placeholder)
    ? undefined
    : 'is Markdown, and has to stand alone on a line of its own';
}

function wrongForWords(path: string, text: string, placeholder: string): string | undefined {
  const isQuoted = (quoted: RegExp): boolean =>
    text.split('\n').every(line => !line.replace(quoted, '').includes(placeholder));
  switch (escapingOf(path)) {
    case 'markdown':
      return standsInText(text, placeholder)
        ? undefined
        : 'was written by a person, and may only stand in running text';
    case 'quotes':
      return isQuoted(/"[^"]*"/g) ? undefined : 'was written by a person, and may only stand between double quotes';
    case 'shell':
      return isQuoted(/'[^']*'/g) ? undefined : 'was written by a person, and may only stand between single quotes';
    case undefined:
      return 'was written by a person, and how this kind of file takes words is not known';
  }
}

/** Whether a viewer of Markdown shows all of it as text, none of it in code, an address or HTML. */
function standsInText(text: string, placeholder: string): boolean {
  const whole = text.replaceAll(placeholder, standIn);
  const shown = viewer
    .parse(whole, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'text');
  return count(shown.map(({ content }) => content).join('\n')) === count(whole);
}

function count(text: string): number {
  return text.split(standIn).length - 1;
}
