/** In the labels of a list "$(name)" draws an icon; in a name that somebody gave it is text. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
