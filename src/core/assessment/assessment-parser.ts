import type { Knowledge } from '../content/knowledge';
import type { Question } from '../content/types';
import {
  type Answer,
  type Answers,
  checkValue,
  type Evidence,
  longestText,
  mostEvidence,
  normaliseValue,
  type Value,
} from '../language/answer';
import { type Problem, ProblemList } from '../language/problem';
import { printQuantity } from '../language/quantity';
import { visibleLine } from '../language/visible';
import { type Assessment, checkWorkload, currentFormat } from './assessment';
import { type Node, parseTree, toValue } from './json-tree';
import { largestWeight, type Weights } from './verdict';

/** A parsed file, or the problems that keep it from being one. Remarks do not: they tell what was left aside. */
export type Parsed = { readonly assessment: Assessment; readonly remarks: readonly Problem[] } | Damaged;

/** A file that is no assessment, and why. */
export interface Damaged {
  readonly problems: readonly [Problem, ...Problem[]];
  /** Nobody has looked into it. */
  readonly isTooLarge?: true;
}

/**
 * A file beyond this was not written by a person, and is not read. Of a file on disk it is bytes, of a text UTF-16 code
 * units; a text in UTF-8 never has more of these than bytes.
 */
export const largestAssessment = 2_000_000;

/**
 * Reads the text of an assessment file; no text stands for one whose size was enough to know that it is none. Never throws: what
 * is wrong comes back as problems. Of the texts that were read last the result is remembered: an answer that is given is seen by the
 * edit, the report, the list and the questionnaire, each with the same text in hand.
 */
export function parseAssessment(knowledge: Knowledge, text: string | undefined): Parsed {
  if (text === undefined || text.length > largestAssessment) return tooLarge();
  const known = lastRead.find(read => read.text === text && read.knowledge === knowledge);
  if (known) return known.parsed;
  const parsed = new Parser(knowledge, text).parse();
  if (text.length > largestRemembered) return parsed;
  lastRead.unshift({ knowledge, text, parsed });
  if (lastRead.length > mostRemembered) lastRead.pop();
  return parsed;
}

const lastRead: { readonly knowledge: Knowledge; readonly text: string; readonly parsed: Parsed }[] = [];
/** One that is being answered, as it was and as it is, beside another in a second editor. */
const mostRemembered = 4;
/** Ten times what all answers come to; in UTF-16 code units. */
const largestRemembered = 100_000;

/** What is said of a file whose size is enough to know that it is no assessment. */
export function tooLarge(): Damaged {
  const most = printQuantity(largestAssessment, 'count');
  const message = `The file is too large to be an assessment, and was not read: ${most} bytes are the most.`;
  return { problems: [{ message, offset: 0, length: 0, line: 1, column: 1 }], isTooLarge: true };
}

/** One reading of one text: collects what is wrong with its place, then gives the assessment or the problems. */
class Parser {
  private readonly problems = new ProblemList();
  private readonly remarks = new ProblemList();

  constructor(
    private readonly knowledge: Knowledge,
    private readonly text: string,
  ) {}

  parse(): Parsed {
    const assessment = this.parseFile();
    const [first, ...others] = this.problems.placedIn(this.text);
    if (first) return { problems: [first, ...others] };
    return { assessment, remarks: this.remarks.placedIn(this.text) };
  }

  private parseFile(): Assessment {
    const empty: Assessment = { workload: '', answers: {}, weights: {} };
    const { root, fault } = parseTree(this.text);
    if (fault) {
      this.problems.add(fault.message, fault.offset, fault.length);
      return empty;
    }
    if (root?.type !== 'object') {
      this.problems.add(
        'An assessment is a JSON object: it starts with { and ends with }.',
        root?.offset ?? 0,
        root?.length ?? 0,
      );
      return empty;
    }
    const fields = this.fields(root, 'The assessment');
    for (const [name, { key }] of fields)
      if (!['$schema', 'format', 'workload', 'description', 'answers', 'weights'].includes(name))
        this.remark(() => `"${shorten(name)}" is not part of an assessment and is left aside.`, key);
    this.parseFormat(fields.get('format')?.value, root);
    return {
      workload: this.parseWorkload(fields.get('workload')?.value, root),
      ...this.optional('description', this.parseText(fields.get('description')?.value, 'The description')),
      answers: this.parseAnswers(fields.get('answers')?.value),
      weights: this.parseWeights(fields.get('weights')?.value),
    };
  }

  private parseFormat(node: Node | undefined, root: Node): void {
    if (!node) {
      this.problems.add(`"format": ${currentFormat} is missing.`, root.offset, 1);
    } else if (node.value !== currentFormat) {
      const newer = typeof node.value === 'number' && node.value > currentFormat;
      const hint = newer
        ? 'It comes from a newer Serverless Advisor: update the extension.'
        : `It must be ${currentFormat}.`;
      this.wrongNode(`This "format" is not known here. ${hint}`, node);
    }
  }

  private parseWorkload(node: Node | undefined, root: Node): string {
    if (!node) {
      this.problems.add('"workload", the name of the workload, is missing.', root.offset, 1);
      return '';
    }
    if (node.type !== 'string') {
      this.wrongNode('"workload" must be a text: the name of the workload.', node);
      return '';
    }
    const name: string = node.value;
    const message = checkWorkload(name);
    if (message) this.wrongNode(message, node);
    return name;
  }

  private parseAnswers(node: Node | undefined): Answers {
    if (!node) return {};
    const answers: [string, Answer][] = [];
    if (node.type !== 'object') this.wrongNode('"answers" must be an object: an answer under each question id.', node);
    else
      for (const [id, { key, value }] of this.fields(node, '"answers"')) {
        const question = this.knowledge.questionById.get(id);
        if (!question) {
          this.remark(() => `"${shorten(id)}" is not a question of this version; its answer is left aside.`, key);
          continue;
        }
        const answer = this.parseAnswer(question, value);
        if (answer) answers.push([id, answer]);
      }
    return Object.fromEntries(answers);
  }

  private parseAnswer(question: Question, node: Node): Answer | undefined {
    const whole = `The answer to "${question.title}"`;
    if (node.type !== 'object') {
      this.wrongNode(`${whole} must be an object, for example { "value": … }.`, node);
      return undefined;
    }
    const fields = this.fields(node, whole);
    for (const [name, { key }] of fields)
      if (!['value', 'unknown', 'notApplicable', 'note', 'evidence'].includes(name))
        this.remark(() => `"${shorten(name)}" is not part of an answer and is left aside.`, key);
    const said = ['value', 'unknown', 'notApplicable'].filter(name => fields.has(name));
    if (said.length !== 1) {
      this.wrongNode(`${whole} must have exactly one of "value", "unknown": true and "notApplicable": a reason.`, node);
      return undefined;
    }
    const remarks = {
      ...this.optional('note', this.parseText(fields.get('note')?.value, `The note on "${question.title}"`)),
      ...this.optional('evidence', this.parseEvidence(fields.get('evidence')?.value, question)),
    };
    const value = fields.get('value')?.value;
    if (value) {
      const plain = toValue(value);
      const message = checkValue(question, plain);
      if (message) {
        this.wrongNode(message, value);
        return undefined;
      }
      return { value: normaliseValue(question, plain as Value), ...remarks };
    }
    const unknown = fields.get('unknown')?.value;
    if (unknown) {
      if (unknown.value === true) return { unknown: true, ...remarks };
      this.wrongNode(`"unknown" can only be true; leave the answer to "${question.title}" out instead.`, unknown);
      return undefined;
    }
    const reasonNode = fields.get('notApplicable')?.value;
    const reason = this.parseText(reasonNode, `The reason why "${question.title}" does not apply`);
    if (reason === undefined) return undefined;
    if (reason.trim() !== '') return { notApplicable: reason, ...remarks };
    if (reasonNode)
      this.wrongNode(`"notApplicable" needs the reason why "${question.title}" does not apply.`, reasonNode);
    return undefined;
  }

  private parseEvidence(node: Node | undefined, question: Question): Evidence[] | undefined {
    if (!node) return undefined;
    const whole = `The evidence for "${question.title}"`;
    if (node.type !== 'array') {
      this.wrongNode(`${whole} must be a list.`, node);
      return undefined;
    }
    const items = node.children ?? [];
    if (items.length > mostEvidence) {
      this.wrongNode(`${whole} may list at most ${mostEvidence} places.`, node);
      return undefined;
    }
    return items.flatMap(item => {
      if (item.type !== 'object') {
        this.wrongNode(`${whole} must list objects with a "file".`, item);
        return [];
      }
      const fields = this.fields(item, whole);
      const file = this.parseText(fields.get('file')?.value, `The file in the evidence for "${question.title}"`);
      if (!file) {
        this.wrongNode(`${whole} must name a "file".`, item);
        return [];
      }
      const line = fields.get('line')?.value;
      if (line && !(Number.isInteger(line.value) && line.value >= 1)) {
        this.wrongNode('"line" must be a whole number from 1.', line);
        return [];
      }
      return [
        {
          file,
          ...(line ? { line: line.value as number } : {}),
          ...this.optional('text', this.parseText(fields.get('text')?.value, 'The text of the evidence')),
        },
      ];
    });
  }

  private parseWeights(node: Node | undefined): Weights {
    if (!node) return {};
    const weights: [string, number][] = [];
    if (node.type !== 'object') this.wrongNode('"weights" must be an object: a weight under each criterion id.', node);
    else
      for (const [id, { key, value }] of this.fields(node, '"weights"')) {
        const criterion = this.knowledge.criterionById.get(id);
        if (!criterion)
          this.remark(() => `"${shorten(id)}" is not a criterion of this version; its weight is left aside.`, key);
        else if (!Number.isInteger(value.value) || value.value < 0 || value.value > largestWeight)
          this.wrongNode(
            `The weight of "${criterion.title}" must be a whole number from 0 to ${largestWeight}.`,
            value,
          );
        else weights.push([id, value.value]);
      }
    return Object.fromEntries(weights);
  }

  private parseText(node: Node | undefined, whole: string): string | undefined {
    if (!node) return undefined;
    if (node.type !== 'string') this.wrongNode(`${whole} must be a text.`, node);
    else if (node.value.length > longestText)
      this.wrongNode(`${whole} may have at most ${longestText} characters.`, node);
    else return node.value;
    return undefined;
  }

  /** The entries of an object by name. Of two with one name, JSON readers differ on which counts: that is a problem. */
  private fields(node: Node, whole: string): Map<string, { key: Node; value: Node }> {
    const fields = new Map<string, { key: Node; value: Node }>();
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key || !value) continue;
      if (fields.has(key.value)) this.wrongNode(() => `${whole} has "${shorten(key.value)}" twice.`, key);
      fields.set(key.value, { key, value });
    }
    return fields;
  }

  private optional<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
    return value === undefined ? {} : ({ [name]: value } as Record<K, V>);
  }

  private wrongNode(message: string | (() => string), node: Node): void {
    this.problems.add(message, node.offset, node.length);
  }

  private remark(message: () => string, node: Node): void {
    this.remarks.add(message, node.offset, node.length);
  }
}

function shorten(name: string): string {
  return visibleLine(name, 60);
}
