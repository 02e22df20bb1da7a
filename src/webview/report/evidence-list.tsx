import type { EvidenceState } from '../../core/assessment/report-state';
import { fillIn } from '../parts/phrase';
import { usePage } from './page';
import { words } from './words';

/** Where in the workspace an answer can be seen. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceState[] }) {
  const { send } = usePage();
  return (
    <div class="evidence">
      <p class="label">{words.evidence}</p>
      <ul>
        {evidence.map(({ file, line, name, text }) => (
          <li key={`${file}:${line}:${text}`}>
            <button type="button" class="link" onClick={() => send({ kind: 'open-evidence', file, line })}>
              {/* One piece of text for the button, which sets pieces apart. */}
              <span>
                <bdi>{name}</bdi>
                {line !== null && <>, {fillIn(words.line, String(line))}</>}
              </span>
            </button>
            {text && <code dir="auto">{text}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}
