import type { PlatformFact } from '../../core/knowledge';
import { printQuantity } from '../../core/quantity';
import { fillIn, printDay } from '../parts/phrase';
import { usePage } from './page';

/** The numbers that a finding quotes, each with where and when it was read. */
export function Facts({ facts }: { facts: readonly PlatformFact[] }) {
  const { words } = usePage();
  return (
    <>
      <h4>{words.facts}</h4>
      <ol class="facts">
        {facts.map(fact => (
          <li key={`${fact.platform.id}.${fact.id}`}>
            {fact.platform.title}, {fact.title}: <strong>{printQuantity(fact.value, fact.unit)}</strong>
            {fact.note && <> ({fact.note})</>}
            <span class="source">
              <Source address={fact.source} />{' '}
              {fillIn(words.factRead, printDay(fact.asOf, words.language), words.confidences[fact.confidence])}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A link that names where it leads. What is not a web address stays text. */
function Source({ address }: { address: string }) {
  const { words } = usePage();
  const host = hostOf(address);
  if (!host) return <span>{address}</span>;
  return (
    <a href={address} title={address}>
      {fillIn(words.factSource, host)}
    </a>
  );
}

export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? host : undefined;
}
