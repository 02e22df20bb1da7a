/** Takes YAML apart as far as merging needs it: see src/core/scaffold/yaml-tree.ts. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { YamlBlock, YamlEntry } from '../core/scaffold/yaml-tree';

/**
 * The block map or list that a text is. Throws where the text is not YAML, or not indented by two: lines of several fragments
 * come to stand below each other.
 */
export function parseYamlTree(text: string): YamlBlock {
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(text, { logLevel: 'silent', lineCounter: counter });
  if (errors[0]) throw errors[0];
  if (!isBlock(contents)) throw new Error('a file that merges must be a block map or a block list');
  const lines = text.replace(/\n+$/, '').split('\n');
  return takeBlock(contents, { text, lines, lineAt: offset => counter.linePos(offset).line - 1 }, 0, lines.length, 0);
}

interface Source {
  readonly text: string;
  readonly lines: readonly string[];
  /** The line, from 0, of an offset. */
  lineAt(offset: number): number;
}

/** The entries of a block that stands on the lines from `from` up to `end`. */
function takeBlock(
  block: YAMLMap | YAMLSeq,
  source: Source,
  from: number,
  end: number,
  indentation: number,
): YamlBlock {
  const nodes = block.items.map(item => (isMap(block) ? (item as { key: Node }).key : item) as Node);
  const starts = nodes.map(node => source.lineAt(offsetOf(node)));
  const lasts = block.items.map(item => {
    const value = (isMap(block) ? (item as { value: Node | null; key: Node }).value : item) as Node | null;
    const key = (isMap(block) ? (item as { key: Node }).key : item) as Node;
    return lastLine(value ?? key, source, indentation);
  });
  const entries: YamlEntry[] = [];
  let line = from;
  for (const [index, item] of block.items.entries()) {
    const start = starts[index] ?? line;
    const next = (lasts[index] ?? start) + 1;
    const value = isMap(block) ? (item as { value: Node | null }).value : undefined;
    const lead = source.lines.slice(line, start);
    const own = source.lines.slice(start, next);
    if (own[0]?.search(/\S/) !== indentation)
      throw new Error(`line ${start + 1} must be indented by ${indentation}, two more than what it belongs to`);
    entries.push(
      isMap(block) && isBlock(value)
        ? {
            key: keyOf(nodes[index]),
            lead,
            lines: own.slice(0, 1),
            children: takeBlock(value, source, start + 1, next, indentation + 2),
          }
        : { key: isMap(block) ? keyOf(nodes[index]) : own.join('\n').trim(), lead, lines: own },
    );
    line = next;
  }
  const tail = source.lines.slice(line, end);
  if (!tail.every(isEmptyOrComment)) throw new Error(`line ${line + 1} could not be taken apart`);
  return { kind: isMap(block) ? 'map' : 'list', entries, tail };
}

/**
 * The last line of an entry, whose value or else key is given. Comments below it belong to what follows, unless they are indented
 * deeper than the entry: then they are in it.
 */
function lastLine(node: Node, source: Source, indentation: number): number {
  const [start, end] = node.range ?? [0, 0];
  // What a value is said to end with reaches up to the next entry: spaces, line ends, comments.
  let last = source.lineAt(Math.max(start, source.text.slice(0, end).trimEnd().length - 1));
  const isText = isScalar(node);
  while (!isText && last > source.lineAt(start) && isEmptyOrComment(source.lines[last])) last -= 1;
  for (let line = last + 1; isEmptyOrComment(source.lines[line] ?? 'end'); line += 1)
    if ((source.lines[line] ?? '').search(/\S/) > indentation) last = line;
  return last;
}

function isEmptyOrComment(line = ''): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function keyOf(node: Node | undefined): string {
  return String(isScalar(node) ? node.value : node);
}

function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0;
}
