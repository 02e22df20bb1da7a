/** What a check of the content is, and how it says where something is wrong. */
import type { Criterion, Question } from '../../src/core/content';
import type { Knowledge } from '../../src/core/knowledge';
import type { Content, ContentProblem } from './load.mts';

export interface Check {
  readonly name: string;
  readonly about: string;
  run(knowledge: Knowledge, content: Content): Iterable<ContentProblem>;
}

/** A problem of one question or criterion, with the file that holds it. */
export function at(item: Question | Criterion, message: string): ContentProblem {
  const file = 'rules' in item ? `criteria/${item.id}.json` : 'questions';
  return { file, message: 'rules' in item ? message : `${item.id}: ${message}` };
}
