/** What a check of the content is, and how it says where something is wrong. */

import type { Knowledge } from '../core/content/knowledge';
import type { Criterion, Question } from '../core/content/types';
import type { Content } from './load.mts';
import type { ContentProblem } from './problem.mts';

export interface Check {
  readonly name: string;
  readonly about: string;
  run(knowledge: Knowledge, content: Content): Iterable<ContentProblem>;
}

/** A problem of one question or criterion. A criterion is a file; in which file a question is, its id says. */
export function at(item: Question | Criterion, message: string): ContentProblem {
  return 'rules' in item
    ? { file: `criteria/${item.id}.json`, message }
    : { file: 'questions', message: `${item.id}: ${message}` };
}

/** A number that stands alone, as against one in a name such as "S3" or "p99". */
export const looseNumber = /(?<![A-Za-z0-9{./-])\d/;

/** UTF-8 read in another character set: what dashes, quotes and accents turn into. */
export const damagedEncoding = /â€|Ã[\u0080-\u00bf]|ðŸ|\ufffd/;

/** A problem for each id that is named more than once in a file, or in the files of a folder. */
export function* repeated(file: string, ids: readonly string[]): Generator<ContentProblem> {
  for (const id of new Set(ids))
    if (ids.filter(other => other === id).length > 1) yield { file, message: `"${id}" is named twice` };
}
