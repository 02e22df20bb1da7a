/** What is wrong with a file of content/, and where: the thing with an id that it is about, and its line. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** Something that a contributor has to mend. */
export interface ContentProblem {
  /** Below content/. Where a check looks at a whole folder (`questions`), the file in it is found by the id that the message begins with. */
  readonly file: string;
  /** From 1; without one the whole file is meant, or it is found by the message. */
  readonly line?: number | undefined;
  /** Begins with an id (`memory: …`, `"memory" is …`), or with a rule (`rule 2: …`), where it is about one of the things in the file. */
  readonly message: string;
  /** The name of the check that found it. */
  readonly check?: string;
}

/** A problem as it is printed: `content/platforms/aws-lambda.json:53 fact "aws-lambda.memory" must have "source" (shape)`. */
export function printProblem({ file, line, message, check }: ContentProblem): string {
  const place = `content/${file}${line === undefined ? '' : `:${line}`}`;
  return `${place} ${message}${check === undefined ? '' : ` (${check})`}`;
}

/** The same problem with its file and line, as far as the texts of the files tell. */
export function placed(problem: ContentProblem, texts: ReadonlyMap<string, string>): ContentProblem {
  if (problem.line !== undefined) return problem;
  const id = idIn(problem.message);
  const inFolder = [...texts.keys()].filter(file => file.startsWith(`${problem.file}/`) && file.endsWith('.json'));
  for (const file of texts.has(problem.file) ? [problem.file] : inFolder) {
    const text = texts.get(file) ?? '';
    const tree = file.endsWith('.json') ? parseTree(text) : undefined;
    const about = tree && (id === undefined ? ruleOf(tree, problem.message) : thingWithId(tree, id));
    if (about) return { ...problem, file, line: lineOf(text, about.offset) };
  }
  return problem;
}

/** What a JSON pointer of Ajv leads to: names of properties, and numbers of elements. */
export function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The line of a value in a JSON text, or of what holds it where it is not there. */
export function lineInJson(text: string, path: readonly (string | number)[]): number | undefined {
  const tree = parseTree(text);
  for (let length = path.length; tree && length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return lineOf(text, node.offset);
  }
  return undefined;
}

/** The line of a place in a text, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Kinds of things whose id is one only within what holds them: `aws-lambda.memory`, `iac.sam`. */
const named = ['facts', 'notes', 'options'];

/** A value of a file as people speak of it: `fact "aws-lambda.memory"`, `criterion "memory" rule 2 because`, `the file`. */
export function nameOf(root: unknown, path: readonly (string | number)[], kind: string): string {
  let holder = idOf(root);
  let words = holder === undefined ? [] : [`${kind} "${holder}"`];
  let value = root;
  for (const step of path) {
    value = (value as Record<string | number, unknown> | undefined)?.[step];
    const id = idOf(value);
    const list = typeof step === 'number' ? String(words.pop()) : undefined;
    if (list === undefined) words.push(String(step));
    else if (id === undefined) words.push(`${singular(list)} ${Number(step) + 1}`);
    else {
      holder = holder !== undefined && named.includes(list) ? `${holder}.${id}` : id;
      words = [`${singular(list)} "${holder}"`];
    }
  }
  return words.join(' ') || 'the file';
}

function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

function singular(list: string): string {
  return list.endsWith('ies') ? `${list.slice(0, -3)}y` : list.replace(/s$/, '');
}

function idIn(message: string): string | undefined {
  const [, plain, quoted] = /^(?:([a-z0-9][a-z0-9.-]*): |"([^"]+)" )/.exec(message) ?? [];
  return plain ?? quoted;
}

/** The outermost object with an id; of several the last, since that is the one too many. */
function thingWithId(tree: Node, id: string): Node | undefined {
  for (let level = [tree]; level.length > 0; level = level.flatMap(node => node.children ?? [])) {
    const found = level.filter(node => node.type === 'object' && findNodeAtLocation(node, ['id'])?.value === id);
    if (found.length > 0) return found.at(-1);
  }
  return undefined;
}

function ruleOf(tree: Node, message: string): Node | undefined {
  const number = /^rule (\d+)\b/.exec(message)?.[1];
  return number === undefined ? undefined : findNodeAtLocation(tree, ['rules', Number(number) - 1]);
}
