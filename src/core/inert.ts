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
 * `$(icon)` in lists, input boxes, the status bar and tasks, and bare addresses, of mail too, in Markdown and terminals. What is words
 * already stays as it is.
 */
export function inert(text: string): Words {
  return visibleLine(text.replaceAll(joiner, ''), longest).replace(syntax, joiner) as Words;
}

/** The places between two characters that together would be, or begin, syntax. */
const syntax = /(?<=\])(?=[([])|(?<=\$)(?=\()|(?<=:)(?=\/\/)|(?<=\bwww)(?=\.)|(?<=[^\s@]@)(?=[^\s@])/giu;

/**
 * Our own words with what goes into their `{0}`, `{1}`: of any origin, made inert. The template is a literal, or
 * `vscode.l10n.t` of one, which `npm run check` sees to (scripts/words): in it `$(icon)` is an icon.
 */
export function words(template: string, ...values: readonly (string | number)[]): Words {
  return template.replace(/\{(\d+)\}/g, (placeholder, index) => {
    const value = values[Number(index)];
    return value === undefined ? placeholder : closed(inert(String(value)));
  }) as Words;
}

/** With joiners at its ends where they could become a part of syntax together with what stands beside them. */
function closed(text: string): string {
  return text.replace(/^(?=[([/.@])/, joiner).replace(/(?<=[\]$:@]|:\/|\bwww)$/i, joiner);
}

/** Several words one after the other, with a literal between them. */
export function joined(between: string, parts: readonly Words[]): Words {
  return parts.join(between) as Words;
}

/** Several words, each on a line of its own; only what has several lines shows them so. */
export function lines(parts: readonly Words[]): Words {
  return joined('\n', parts);
}
