import { type Edit, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import type { Knowledge } from '../content/knowledge';
import type { Answer, Answers } from '../language/answer';
import { visible, visibleLine } from '../language/visible';
import { say } from '../language/words';
import type { Weights } from './verdict';

/** What an assessment file saves: answers with what lies behind them, never results. */
export interface Assessment {
  /** The workload's name. */
  readonly workload: string;
  readonly description?: string;
  readonly answers: Answers;
  /** Weights by criterion id, 0 to 10, where someone changed them. */
  readonly weights: Weights;
}

/** A replacement in a text. */
export type TextEdit = Edit;

/** Ending of the files that hold assessments. */
export const assessmentEnding = '.assessment.json';

/** What `$schema` says in a file: served by the extension, so that it resolves offline. */
export const schemaAddress = 'serverless-advisor://schemas/assessment.schema.json';

/** The version of the file's shape that this code writes and reads. */
export const currentFormat = 1;

/** The text of an assessment file: answers in the order of the questions, two spaces, a line at the end. */
export function printAssessment(knowledge: Knowledge, assessment: Assessment): string {
  const answers = knowledge.questions.flatMap(({ id }) => {
    const answer = assessment.answers[id];
    return answer ? [[id, answer] as const] : [];
  });
  const weights = knowledge.criteria.flatMap(({ id }) => {
    const weight = assessment.weights[id];
    return weight === undefined ? [] : [[id, weight] as const];
  });
  const file = {
    $schema: schemaAddress,
    format: currentFormat,
    workload: assessment.workload,
    ...(assessment.description === undefined ? {} : { description: assessment.description }),
    answers: Object.fromEntries(answers),
    ...(weights.length > 0 ? { weights: Object.fromEntries(weights) } : {}),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The smallest edits that give a question this answer, or none. The rest of the text stays as somebody wrote it. */
export function editAnswer(knowledge: Knowledge, text: string, id: string, answer: Answer | undefined): TextEdit[] {
  return edit(text, 'answers', id, answer, orderOf(knowledge.questions));
}

/** The smallest edits that weigh a criterion anew, or as published. */
export function editWeight(knowledge: Knowledge, text: string, id: string, weight: number | undefined): TextEdit[] {
  return edit(text, 'weights', id, weight, orderOf(knowledge.criteria));
}

/** The text after edits, which may stand in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((all, { offset, length, content }) => all.slice(0, offset) + content + all.slice(offset + length), text);
}

/** A file name that every system allows, made of the workload's name, without its ending. */
export function fileNameFor(workload: string): string {
  const name = workload
    .normalize('NFKD')
    // Accents, that is; the vowel signs of other scripts are marks as well, and are needed.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:[^\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point})+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    // The cut may have left half of a character behind.
    .replace(/[-\p{Cs}]+$/u, '');
  // Windows keeps these names for devices, whatever their ending.
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(name);
  return name === '' || reserved ? ['workload', name].filter(Boolean).join('-') : name;
}

/** The longest name of a workload, in UTF-16 code units. */
const longestName = 120;

/** What is wrong with a workload's name, as a sentence; nothing when it is fine. */
export function checkWorkload(workload: string): string | undefined {
  if (workload.trim() === '') return say('workload.no-name');
  if (workload.length > longestName) return say('workload.too-long', { most: longestName });
  return undefined;
}

/** What is wrong with a name that somebody has just typed or pasted: nobody means a sign that cannot be seen. Files may hold such names. */
export function checkNewWorkload(workload: string): string | undefined {
  const wrong = checkWorkload(workload);
  if (wrong !== undefined || visible(workload) === workload) return wrong;
  return say('workload.invisible', { name: visibleLine(workload) });
}

/** Puts a value at `id` in one of the file's two objects, in the order that `place` gives, or takes it out. */
function edit(
  text: string,
  object: 'answers' | 'weights',
  id: string,
  value: unknown,
  place: (id: string) => number,
): TextEdit[] {
  const root = parseTree(text);
  const parent = root && findNodeAtLocation(root, [object]);
  if (value === undefined && !(parent && findNodeAtLocation(parent, [id]))) return [];
  // The last weight taken out takes its object along: most files have none.
  const isLastWeight = value === undefined && object === 'weights' && parent?.children?.length === 1;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const isOneLine = !text.trim().includes('\n');
  const isFarIn = widestIndentation(text, indent.length) + deepestEdit * indent.length >= widestFormatted;
  return modify(text, isLastWeight ? [object] : [object, id], value, {
    // Formatting would lay out all of a file that somebody wrote in one line, and has a fault where one is far in.
    ...(isOneLine || isFarIn
      ? {}
      : { formattingOptions: { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol } }),
    getInsertionIndex: present => {
      // Without a parent it is the object itself that is put in, behind what stands in the file.
      const after = parent ? present.findIndex(other => place(other) > place(id)) : -1;
      return after === -1 ? present.length : after;
    },
  });
}

/** How many levels an edit adds at most: an entry of an object in a list in an answer in the answers. */
const deepestEdit = 5;

/** In units; jsonc-parser 3.3.1 throws where it indents by exactly this (impl/string-intern.js keeps one less than format.js looks up). */
const widestFormatted = 200;

/** How far in the lines of a text begin at most, in units, with tabs as wide as given. */
function widestIndentation(text: string, tabSize: number): number {
  let widest = 0;
  for (const [blanks] of text.matchAll(/^[ \t]+/gm)) {
    const tabs = blanks.split('\t').length - 1;
    widest = Math.max(widest, blanks.length + tabs * (tabSize - 1));
  }
  return widest;
}

function orderOf(items: readonly { id: string }[]): (id: string) => number {
  const order = new Map(items.map((item, index) => [item.id, index]));
  return id => order.get(id) ?? Number.POSITIVE_INFINITY;
}
