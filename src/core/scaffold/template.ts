import { type Given, writeGiven } from './given';

/** A name between the delimiters, which none of the languages of a project uses. */
const placeholder = /<% ([a-z][a-z0-9-]*) %>/g;
/** A line that is nothing but a placeholder, behind a comment sign where the language needs one. */
const ownLine = /^([ \t]*)<% ([a-z][a-z0-9-]*) %>$/;
const slotLine = /^([ \t]*)(?:\/\/ |# |<!-- )?<% slot ([a-z][a-z0-9-]*)( apart)? %>(?: -->)?$/;
/** No value refers to a value that refers on more often than this. */
const deepest = 5;

/** What placeholders become, by name. Text of our content may name further placeholders; what people give is data. */
export type Values = ReadonlyMap<string, string | Given>;
/** What slots are filled with, by name, in the order of the parts. */
export type Slots = ReadonlyMap<string, readonly string[]>;

/**
 * The text of the file at a path, with its slots filled and its placeholders replaced. Lines that come in are indented as the line they
 * replace, and what different parts give is set apart by an empty line where the slot says so; a slot without lines leaves nothing, no
 * second empty line either. What people give goes in last, and nothing looks at it again. Throws for a placeholder without a value: the
 * content is wrong then, not the person.
 */
export function fill(path: string, text: string, values: Values, slots: Slots = new Map()): string {
  const lines: string[] = [];
  let isEmptied = false;
  for (const line of text.split('\n')) {
    const [, indentation = '', name, apart] = slotLine.exec(line) ?? [];
    if (name === undefined) {
      if (!(isEmptied && line === '' && (lines.at(-1) ?? '') === '')) lines.push(line);
      isEmptied = false;
      continue;
    }
    const given = slots.get(name) ?? [];
    isEmptied = given.length === 0;
    for (const [index, contribution] of given.entries()) {
      if (apart && index > 0) lines.push('');
      lines.push(...indent(contribution.replace(/\n+$/, ''), indentation));
    }
  }
  return replace(lines.join('\n'), values, path);
}

/** The names of the slots that a text has. */
export function slotsIn(text: string): string[] {
  return text.split('\n').flatMap(line => slotLine.exec(line)?.[2] ?? []);
}

/** Whether anything between delimiters is left in a text. */
export function hasPlaceholder(text: string): boolean {
  return /<%|%>/.test(text);
}

/** Each value is filled before it is put in, so that nothing is read twice. */
function replace(text: string, values: Values, path: string, depth = 0): string {
  if (!text.includes('<% ')) return text;
  if (depth > deepest) throw new Error(`The values in "${text.trim()}" refer to each other without end.`);
  const put = (name: string): string => {
    const value = lookUp(name, values);
    return typeof value === 'string' ? replace(value, values, path, depth + 1) : writeGiven(value, path);
  };
  const lines = text.split('\n').map(line => {
    if (!line.includes('<% ')) return line;
    const [, indentation = '', name] = ownLine.exec(line) ?? [];
    if (name !== undefined) return indent(put(name), indentation).join('\n');
    return line.replace(placeholder, (_match, name: string) => put(name));
  });
  return lines.join('\n');
}

function lookUp(name: string, values: Values): string | Given {
  const value = values.get(name);
  if (value === undefined) throw new Error(`No value for the placeholder "${name}".`);
  return value;
}

function indent(text: string, indentation: string): string[] {
  return text.split('\n').map(line => (line === '' ? '' : indentation + line));
}
