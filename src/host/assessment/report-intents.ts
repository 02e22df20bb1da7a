import { readPlace } from '../../core/assessment/place';
import { type Answer, longestText, mostEvidence } from '../../core/language/answer';
import { isRecord } from '../../core/language/record';
import type { FromReport } from '../../protocol/report';

/** A message from the page, if it is one of those it may send; anything else is dropped. */
export function parseIntent(message: unknown): FromReport | undefined {
  if (!isRecord(message)) return undefined;
  const { kind, question, answer, criterion, weight, subject, id, file, line, offset, memory } = message;
  switch (kind) {
    case 'ready':
    case 'scaffold':
    case 'read-path':
      return { kind };
    case 'remember':
      return isRecord(memory) ? { kind, memory: readPlace(memory) } : undefined;
    case 'answer':
      return isText(question) && (answer === null || isAnswer(answer)) ? { kind, question, answer } : undefined;
    case 'weigh':
      return isText(criterion) && isNumberOrNull(weight) ? { kind, criterion, weight } : undefined;
    case 'continue':
      return question === null || isText(question) ? { kind, question } : undefined;
    case 'explain':
      return (subject === 'question' || subject === 'criterion') && isText(id) ? { kind, subject, id } : undefined;
    case 'read':
      return isText(criterion) ? { kind, criterion } : undefined;
    case 'open-evidence':
      return isText(file) && isNumberOrNull(line) ? { kind, file, line } : undefined;
    case 'open-text':
      return isNumberOrNull(offset) ? { kind, offset } : undefined;
    default:
      return undefined;
  }
}

/** An answer as it may stand in a file; whether it is one to its question is not looked at. */
function isAnswer(value: unknown): value is Answer {
  if (!isRecord(value)) return false;
  const { note, evidence } = value;
  if (note !== undefined && !isShort(note)) return false;
  if (evidence !== undefined && !isListOf(evidence, isEvidence)) return false;
  const said = ['value', 'unknown', 'notApplicable'].filter(name => value[name] !== undefined);
  if (said.length !== 1 || !hasOnly(value, ['value', 'unknown', 'notApplicable', 'note', 'evidence'])) return false;
  if ('value' in value) return isValue(value.value);
  return value.unknown === true || (isShort(value.notApplicable) && value.notApplicable.trim() !== '');
}

function isValue(value: unknown): boolean {
  return typeof value === 'boolean' || Number.isFinite(value) || isShort(value) || isListOf(value, isShort);
}

function isEvidence(value: unknown): boolean {
  if (!isRecord(value) || !hasOnly(value, ['file', 'line', 'text'])) return false;
  const { file, line, text } = value;
  return isShort(file) && (line === undefined || Number.isInteger(line)) && (text === undefined || isShort(text));
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= mostEvidence && value.every(isItem);
}

function isShort(value: unknown): value is string {
  return isText(value) && value.length <= longestText;
}

function hasOnly(value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return Object.keys(value).every(name => names.includes(name));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}
