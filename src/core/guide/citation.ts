import type { Knowledge } from '../content/knowledge';
import type { Fact } from '../content/types';
import { printConditions, printFact } from '../language/wording';

/** A fact as a footnote gives it. */
export interface Citation {
  /** "platform.fact" or "tool.fact". */
  readonly id: string;
  /** What it is about: the title of the platform or tool. */
  readonly about: string;
  readonly title: string;
  /** The value with its unit, or the words of a note. */
  readonly text: string;
  /** Conditions under which it holds. */
  readonly note: string | null;
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly confidence: Fact['confidence'];
}

/** A fact of a platform or tool, in numbers or in words, by "owner.fact"; nothing when there is none of that id. */
export function cite(knowledge: Knowledge, id: string): Citation | undefined {
  const known = knowledge.factById.get(id) ?? knowledge.noteById.get(id);
  if (!known) return undefined;
  const { about, title, source, asOf, confidence } = known;
  const text = 'text' in known ? known.text : printFact(known);
  return { id, about: about.title, title, text, note: printConditions(known), source, asOf, confidence };
}

/** Those of the facts that there are, by id, each once in the order in which they come. */
export function citationsOf(knowledge: Knowledge, ids: readonly string[]): Record<string, Citation> {
  return Object.fromEntries(
    ids.flatMap(id => {
      const citation = cite(knowledge, id);
      return citation ? [[id, citation] as const] : [];
    }),
  );
}
