import type { ComponentChildren } from 'preact';
import type { GuidePlace } from '../../core/guide/guide';
import { usePage } from './page';

interface PlaceLinkProps {
  readonly place: GuidePlace;
  readonly class?: string;
  /** Whether it is where the reader is. */
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link to a place of the guide. */
export function PlaceLink({ place, current = false, children, ...rest }: PlaceLinkProps) {
  const { go } = usePage();
  return (
    <a
      href={addressOf(place)}
      class={rest.class ?? ''}
      aria-current={current ? 'location' : undefined}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        go(place);
      }}
    >
      {children}
    </a>
  );
}

/** What stands for a place in a link; no element has it as its id, so nothing but the page follows it. */
function addressOf(place: GuidePlace): string {
  if (place.kind !== 'chapter') return `#/${place.kind}`;
  return place.section === null ? `#/${place.chapter}` : `#/${place.chapter}/${place.section}`;
}
