import { visibleLine } from './visible';

/**
 * Text that may be shown anywhere in VS Code: it draws no icon, no link and no Markdown but those that our own words hold. Only this
 * file makes it, so that what shows text can ask for nothing else (src/host/ui).
 */
export type Words = string & { readonly [made]: true };
declare const made: unique symbol;

/** How much is shown of one piece of text from outside, in UTF-16 code units; a notification holds 1,000 at most. */
const longest = 500;

/** Invisible and without width: syntax that it stands in is none any more, and reads as before. */
const joiner = '\u2060';

/**
 * Text of any origin as words: on one line, bounded, with control and direction characters drawn as signs (visible.ts), and with all
 * that VS Code takes for syntax broken by a joiner. That is `[text](address)` in notifications, progress, input boxes and Markdown,
 * `$(icon)` in lists, input boxes, the status bar and tasks, and bare addresses, of mail too, in Markdown and terminals. The rest of
 * Markdown is left to `markdownOf`. What is words already stays as it is.
 */
export function inert(text: string): Words {
  return visibleLine(text.replaceAll(joiner, ''), longest).replace(syntax, joiner) as Words;
}

/** The places between two characters that together would be, or begin, syntax. */
const syntax = /(?<=\])(?=[([])|(?<=\$)(?=\()|(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?<=[^\s@]@)(?=[^\s@])/giu;

/**
 * Our own words with what goes into their `{0}`, `{1}`: of any origin, made inert. The template is a literal, or
 * `vscode.l10n.t` of one, which `npm run check` sees to (scripts/words): in it `$(icon)` is an icon.
 */
export function words(template: string, ...values: readonly (string | number)[]): Words {
  // Split by placeholders, every second piece is the number of one.
  const pieces = template.split(/\{(\d+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const value = values[Number(piece)];
    return value === undefined ? `{${piece}}` : inert(String(value));
  });
  return pieces.reduce(meet, '') as Words;
}

/** Several words one after the other, with a literal between them. */
export function joined(between: string, parts: readonly Words[]): Words {
  return parts.reduce<string>(
    (before, part, index) => meet(index === 0 ? before : meet(before, between), part),
    '',
  ) as Words;
}

/** Several words, each on a line of its own; only what has several lines shows them so. */
export function lines(parts: readonly Words[]): Words {
  return joined('\n', parts);
}

/**
 * Words as Markdown that draws nothing but them, each line a paragraph. All of ASCII but letters and digits is written by its number:
 * an escape of Markdown would leave `<mailto:…>` a link and `&rlm;` a character.
 */
export function markdownOf(text: Words): string {
  const numbered = (sign: string): string => `&#${sign.charCodeAt(0)};`;
  return text.replace(/[ -/:-@[-`{-~]/g, numbered).replaceAll('\n', '\n\n');
}

/** One text behind the other, with a joiner where the end of one and the beginning of the other would make syntax. */
function meet(before: string, after: string): string {
  const end = before.slice(-4);
  const both = end + after.slice(0, 2);
  const makes = (offset: number): boolean =>
    isSyntaxAt(both, end.length + offset) && !isSyntaxAt(end, end.length + offset) && !isSyntaxAt(after, offset);
  return [-1, 0, 1].some(makes) ? before + joiner + after : before + after;
}

function isSyntaxAt(text: string, at: number): boolean {
  sticky.lastIndex = at;
  return at >= 0 && sticky.test(text);
}

const sticky = new RegExp(syntax.source, 'iuy');
