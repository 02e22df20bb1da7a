/**
 * A block of YAML as far as merging needs to see it: entries of maps and lists with their own lines, comments included. What is
 * inside a value stays text. It is made when the content is compiled, so that nothing has to parse YAML later.
 */
export interface YamlEntry {
  /** The key of a map's entry; of a list's item its text, by which it is known again. */
  readonly key: string;
  /** Comments and empty lines above it. */
  readonly lead: readonly string[];
  /** Its own lines; of a map or a list only the one with its key. */
  readonly lines: readonly string[];
  /** What it holds, when that is a block map or a block list. */
  readonly children?: YamlBlock;
}

export interface YamlBlock {
  readonly kind: 'map' | 'list';
  readonly entries: readonly YamlEntry[];
  /** Comments below the last entry. */
  readonly tail: readonly string[];
}

/** How deep entries that come in are set apart by an empty line: sections, and the resources or jobs in them. */
const setApartDepth = 2;

/**
 * Blocks united in their order: entries of maps by key, lists joined, what is equal stands once. Throws where two want different
 * values in one place, or one a map and the other a list.
 */
export function mergeYaml(blocks: readonly YamlBlock[]): YamlBlock {
  const [first, ...others] = blocks;
  if (!first) throw new Error('Nothing to merge.');
  return others.reduce((into, from) => mergeBlocks(into, withoutHeading(from), '', 1), first);
}

/** The text of a block. */
export function printYaml(block: YamlBlock): string {
  return `${linesOf(block).join('\n')}\n`;
}

function mergeBlocks(into: YamlBlock, from: YamlBlock, path: string, depth: number): YamlBlock {
  if (into.kind !== from.kind) throw new Error(`One part wants a map and another a list at ${path}.`);
  const entries = [...into.entries];
  for (const entry of from.entries) {
    const index = entries.findIndex(({ key }) => key === entry.key);
    const existing = entries[index];
    if (existing === undefined) entries.push(from.kind === 'map' && depth <= setApartDepth ? setApart(entry) : entry);
    else if (from.kind === 'map') entries[index] = mergeEntries(existing, entry, `${path}/${entry.key}`, depth + 1);
  }
  return { kind: into.kind, entries, tail: [...into.tail, ...from.tail] };
}

function mergeEntries(into: YamlEntry, from: YamlEntry, path: string, depth: number): YamlEntry {
  if (into.children && from.children)
    return { ...into, children: mergeBlocks(into.children, from.children, path, depth) };
  if (into.lines.join('\n') !== from.lines.join('\n') || into.children || from.children)
    throw new Error(`Two parts want different values at ${path}.`);
  return into;
}

function setApart(entry: YamlEntry): YamlEntry {
  return entry.children === undefined || entry.lead[0] === '' ? entry : { ...entry, lead: ['', ...entry.lead] };
}

/** A comment at the very top of a fragment, with an empty line below it, is for whoever reads the fragment. */
function withoutHeading(block: YamlBlock): YamlBlock {
  const [first, ...others] = block.entries;
  if (!first?.lead.includes('')) return block;
  return { ...block, entries: [{ ...first, lead: first.lead.slice(first.lead.lastIndexOf('') + 1) }, ...others] };
}

function linesOf({ entries, tail }: YamlBlock): string[] {
  return [
    ...entries.flatMap(({ lead, lines, children }) => [...lead, ...lines, ...(children ? linesOf(children) : [])]),
    ...tail,
  ];
}
