import type { KnownFact } from '../../core/content/knowledge';
import { printQuantity } from '../../core/language/quantity';
import { printConditions } from '../../core/language/wording';
import { shortAddress } from '../parts/address';
import { fillIn, printDay } from '../parts/phrase';
import { words } from './words';

/** The numbers that a finding quotes, each with where and when it was read. */
export function Facts({ facts }: { facts: readonly KnownFact[] }) {
  return (
    <>
      <h4>{words.facts}</h4>
      <ol class="facts">
        {facts.map(fact => (
          <li key={`${fact.about.id}.${fact.id}`}>
            {fact.about.title}, {fact.title}: <strong>{printQuantity(fact.value, fact.unit)}</strong>
            {printConditions(fact) && <> ({printConditions(fact)})</>}
            <span class="source">
              {fillIn(words.factRead, printDay(fact.asOf), words.confidences[fact.confidence])}{' '}
              <Source address={fact.source} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A link that shows where it leads, so that it can be read out or printed. What is not a web address stays text. */
function Source({ address }: { address: string }) {
  const shown = shortAddress(address);
  return shown === undefined ? <span>{address}</span> : <a href={address}>{shown}</a>;
}
