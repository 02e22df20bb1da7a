import type { Evidence } from '../../core/answer';
import { fillIn } from '../parts/phrase';
import { usePage } from './page';

/** Where in the workspace an answer can be seen. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { words, send } = usePage();
  return (
    <div class="evidence">
      <p class="label">{words.evidence}</p>
      <ul>
        {evidence.map(({ file, line, text }) => (
          <li key={`${file}:${line}:${text}`}>
            <button
              type="button"
              class="link"
              onClick={() => send({ kind: 'open-evidence', file, line: line ?? null })}
            >
              {file}
              {line !== undefined && <>, {fillIn(words.line, line)}</>}
            </button>
            {text && <code>{text}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}
