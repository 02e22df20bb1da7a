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
import { say } from '../language/words';
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
  const message = say('file.too-large', { most: printQuantity(largestAssessment, 'count') });
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
      this.problems.add(say('file.no-object'), root?.offset ?? 0, root?.length ?? 0);
      return empty;
    }
    const fields = this.fields(root, say('file.whole'));
    for (const [name, { key }] of fields)
      if (!['$schema', 'format', 'workload', 'description', 'answers', 'weights'].includes(name))
        this.remark(() => say('file.foreign-field', { name: shorten(name) }), key);
    this.parseFormat(fields.get('format')?.value, root);
    return {
      workload: this.parseWorkload(fields.get('workload')?.value, root),
      ...this.optional('description', this.parseText(fields.get('description')?.value, say('file.description'))),
      answers: this.parseAnswers(fields.get('answers')?.value),
      weights: this.parseWeights(fields.get('weights')?.value),
    };
  }

  private parseFormat(node: Node | undefined, root: Node): void {
    if (!node) {
      this.problems.add(say('file.no-format', { format: currentFormat }), root.offset, 1);
    } else if (node.value !== currentFormat) {
      const newer = typeof node.value === 'number' && node.value > currentFormat;
      this.wrongNode(newer ? say('file.newer-format') : say('file.wrong-format', { format: currentFormat }), node);
    }
  }

  private parseWorkload(node: Node | undefined, root: Node): string {
    if (!node) {
      this.problems.add(say('file.no-workload'), root.offset, 1);
      return '';
    }
    if (node.type !== 'string') {
      this.wrongNode(say('file.workload-no-text'), node);
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
    if (node.type !== 'object') this.wrongNode(say('file.answers-no-object'), node);
    else
      for (const [id, { key, value }] of this.fields(node, '"answers"')) {
        const question = this.knowledge.questionById.get(id);
        if (!question) {
          this.remark(() => say('file.foreign-question', { name: shorten(id) }), key);
          continue;
        }
        const answer = this.parseAnswer(question, value);
        if (answer) answers.push([id, answer]);
      }
    return Object.fromEntries(answers);
  }

  private parseAnswer(question: Question, node: Node): Answer | undefined {
    const about = { question: question.title };
    if (node.type !== 'object') {
      this.wrongNode(say('file.answer-no-object', about), node);
      return undefined;
    }
    const fields = this.fields(node, say('file.answer', about));
    for (const [name, { key }] of fields)
      if (!['value', 'unknown', 'notApplicable', 'note', 'evidence'].includes(name))
        this.remark(() => say('file.foreign-in-answer', { name: shorten(name) }), key);
    const said = ['value', 'unknown', 'notApplicable'].filter(name => fields.has(name));
    if (said.length !== 1) {
      this.wrongNode(say('file.answer-not-one', about), node);
      return undefined;
    }
    const remarks = {
      ...this.optional('note', this.parseText(fields.get('note')?.value, say('file.note', about))),
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
      this.wrongNode(say('file.unknown-not-true', about), unknown);
      return undefined;
    }
    const reasonNode = fields.get('notApplicable')?.value;
    const reason = this.parseText(reasonNode, say('file.reason', about));
    if (reason === undefined) return undefined;
    if (reason.trim() !== '') return { notApplicable: reason, ...remarks };
    if (reasonNode) this.wrongNode(say('file.no-reason', about), reasonNode);
    return undefined;
  }

  private parseEvidence(node: Node | undefined, question: Question): Evidence[] | undefined {
    if (!node) return undefined;
    const about = { question: question.title };
    if (node.type !== 'array') {
      this.wrongNode(say('file.evidence-no-list', about), node);
      return undefined;
    }
    const items = node.children ?? [];
    if (items.length > mostEvidence) {
      this.wrongNode(say('file.evidence-too-long', { ...about, most: mostEvidence }), node);
      return undefined;
    }
    return items.flatMap(item => {
      if (item.type !== 'object') {
        this.wrongNode(say('file.evidence-no-object', about), item);
        return [];
      }
      const fields = this.fields(item, say('file.evidence', about));
      const file = this.parseText(fields.get('file')?.value, say('file.evidence-file', about));
      if (!file) {
        this.wrongNode(say('file.evidence-no-file', about), item);
        return [];
      }
      const line = fields.get('line')?.value;
      if (line && !(Number.isInteger(line.value) && line.value >= 1)) {
        this.wrongNode(say('file.evidence-line'), line);
        return [];
      }
      return [
        {
          file,
          ...(line ? { line: line.value as number } : {}),
          ...this.optional('text', this.parseText(fields.get('text')?.value, say('file.evidence-text'))),
        },
      ];
    });
  }

  private parseWeights(node: Node | undefined): Weights {
    if (!node) return {};
    const weights: [string, number][] = [];
    if (node.type !== 'object') this.wrongNode(say('file.weights-no-object'), node);
    else
      for (const [id, { key, value }] of this.fields(node, '"weights"')) {
        const criterion = this.knowledge.criterionById.get(id);
        if (!criterion) this.remark(() => say('file.foreign-criterion', { name: shorten(id) }), key);
        else if (!Number.isInteger(value.value) || value.value < 0 || value.value > largestWeight)
          this.wrongNode(say('file.wrong-weight', { criterion: criterion.title, most: largestWeight }), value);
        else weights.push([id, value.value]);
      }
    return Object.fromEntries(weights);
  }

  private parseText(node: Node | undefined, whole: string): string | undefined {
    if (!node) return undefined;
    if (node.type !== 'string') this.wrongNode(say('file.not-text', { what: whole }), node);
    else if (node.value.length > longestText)
      this.wrongNode(say('file.text-too-long', { what: whole, most: longestText }), node);
    else return node.value;
    return undefined;
  }

  /** The entries of an object by name. Of two with one name, JSON readers differ on which counts: that is a problem. */
  private fields(node: Node, whole: string): Map<string, { key: Node; value: Node }> {
    const fields = new Map<string, { key: Node; value: Node }>();
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key || !value) continue;
      if (fields.has(key.value))
        this.wrongNode(() => say('file.twice', { what: whole, name: shorten(key.value) }), key);
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
