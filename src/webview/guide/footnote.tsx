import type { Citation } from '../../core/guide/citation';
import { shortAddress } from '../parts/address';
import { fillIn, printDay } from '../parts/phrase';
import { sourceAnchor, usePage, useReferences } from './page';
import { Popover } from './popover';
import { WebLink } from './web-link';
import { words } from './words';

/** The value of a fact with the mark of its footnote, which stays on the line of the last word. */
export function FactMark({ citation, tail }: { citation: Citation; tail: string }) {
  const { jump } = usePage();
  const { numbers } = useReferences();
  const number = numbers.get(citation.id);
  const [, start = '', last = ''] = /^(.*\s)?(\S*)$/s.exec(citation.text) ?? [];
  if (number === undefined) return <>{`${citation.text}${tail}`}</>;
  return (
    <>
      {start}
      <span class="fact">
        {last}
        {tail}
        <Popover
          class="mark"
          trigger={number}
          label={fillIn(words.source, number)}
          title={`${citation.about}: ${citation.title}`}
          cites={citation.id}
          actions={held => (
            <button
              type="button"
              class="link"
              tabIndex={held ? 0 : -1}
              onClick={() => jump(() => document.getElementById(sourceAnchor(number)))}
            >
              {words.inSources}
            </button>
          )}
        >
          {citation.note && <span class="panel-line">{citation.note}</span>}
          <span class="panel-line quiet">
            <SourceRead citation={citation} />
          </span>
          <span class="panel-line quiet address">{shortAddress(citation.source)}</span>
        </Popover>
      </span>
    </>
  );
}

function SourceRead({ citation }: { citation: Citation }) {
  return <>{fillIn(words.sourceRead, printDay(citation.asOf), words.confidences[citation.confidence])}</>;
}

/** Where the facts of a text come from; each with the way back to where it is quoted. */
export function Sources({ citations, quoted }: { citations: readonly Citation[]; quoted: readonly string[] }) {
  const { numbers } = useReferences();
  return (
    <ol class="sources">
      {citations.map(citation => {
        const number = numbers.get(citation.id) ?? 0;
        const times = quoted.filter(id => id === citation.id).length;
        return (
          <li key={citation.id} id={sourceAnchor(number)} tabIndex={-1} value={number}>
            {citation.about}, {citation.title}: <strong>{citation.text}</strong>
            {citation.note && <> ({citation.note.replace(/\.$/, '')})</>} <BackLinks id={citation.id} times={times} />
            <span class="source quiet">
              <SourceRead citation={citation} />: <WebLink address={citation.source} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function BackLinks({ id, times }: { id: string; times: number }) {
  const { jump } = usePage();
  return (
    <>
      {Array.from({ length: times }, (_, time) => (
        <button
          key={time}
          type="button"
          class="link back-link"
          onClick={() => jump(() => [...document.querySelectorAll<HTMLElement>(`[data-cites="${id}"]`)][time] ?? null)}
        >
          ↑{times > 1 && <sup>{time + 1}</sup>}
          <span class="visually-hidden"> {words.backToText}</span>
        </button>
      ))}
    </>
  );
}
