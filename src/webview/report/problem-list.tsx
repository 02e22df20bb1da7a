import type { Problem } from '../../core/language/problem';
import type { FromReport } from '../../protocol/report';
import { fillIn } from '../parts/phrase';
import { words } from './words';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly send: (intent: FromReport) => void;
}

/** What is wrong in the file, each with the way to its place. */
export function ProblemList({ problems, send }: ProblemListProps) {
  return (
    <ul class="problems">
      {problems.map(({ message, offset, line, column }) => (
        <li key={`${offset} ${message}`}>
          <p>{message}</p>
          <button type="button" class="link" onClick={() => send({ kind: 'open-text', offset })}>
            {/* Names of a place, not amounts: without what parts thousands. */}
            {fillIn(words.place, String(line), String(column))}
          </button>
        </li>
      ))}
    </ul>
  );
}
