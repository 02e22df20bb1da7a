/**
 * Text that came from outside, safe to show anywhere: what would steer a terminal, turn the direction of a line or hide is drawn as a
 * sign of its own. The first 32 control characters and DEL have such signs in Unicode (Control Pictures, U+2400 to U+2421); the others
 * are named by their number: U+202E becomes ⟨U+202E⟩. Line feeds and tabs stay; whoever needs one line takes `visibleLine`.
 */
export function visible(text: string): string {
  return text.replace(hidden, character => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** The same on one line, with the space at its ends taken away, and cut where it is longer than anybody reads, in UTF-16 code units. */
export function visibleLine(text: string, longest = 300): string {
  // Cut first: what is cut off need not be looked at.
  const start = text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return visible(start.replace(/[\s\u2028\u2029]+/gu, ' ').trim());
}

/** A value as JSON on several lines; what `visible` would draw as a sign is an escape in it (\u202e), which a program reads as before. */
export function visibleJson(value: unknown): string {
  const escaped = (character: string): string =>
    character.replace(/./gs, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return JSON.stringify(value, undefined, 2).replace(hidden, escaped);
}

/**
 * Control characters but line feed and tab; format characters (direction marks, invisible operators) but the two joiners, without which
 * emoji and some scripts fall apart; separators of lines and paragraphs; lone halves of a surrogate pair.
 */
const hidden = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
