import type { ComponentChildren } from 'preact';
import type { Link } from '../../core/guide/links';
import { Icon } from '../parts/icon';
import { fillIn } from '../parts/phrase';
import { usePage, useReferences } from './page';
import { PlaceLink } from './place-link';
import { Term } from './term';
import { words } from './words';

interface LinkInTextProps {
  readonly link: Link;
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link of a text: a place to go, a term to explain, or something to do. */
export function LinkInText({ link, href, children }: LinkInTextProps): ComponentChildren {
  const { send } = usePage();
  const { chapter, terms, searches } = useReferences();
  const follow = () => send({ kind: 'follow', chapter, href });
  switch (link.kind) {
    case 'place':
      return <PlaceLink place={link.place}>{children}</PlaceLink>;
    case 'term': {
      const term = terms[link.term];
      return term ? <Term term={term}>{children}</Term> : children;
    }
    case 'web':
      return (
        <a class="web" href={link.url} title={link.url}>
          {children}
        </a>
      );
    case 'search': {
      const search = searches.find(({ id }) => id === link.search);
      return search ? (
        <SearchButton title={search.title} look={search.look} follow={follow} text={children} />
      ) : (
        children
      );
    }
    case 'question':
    case 'criterion':
      return (
        <button type="button" class="link" onClick={follow}>
          {children}
        </button>
      );
    case 'scaffold':
    case 'action':
      return (
        <button type="button" class="action" onClick={follow}>
          <Icon name={link.kind === 'scaffold' ? 'folder' : 'play'} />
          <span>{children}</span>
        </button>
      );
  }
}

function SearchButton({
  title,
  look,
  follow,
  text,
}: {
  title: string;
  look: string;
  follow: () => void;
  text: ComponentChildren;
}) {
  const name = fillIn(words.searchFor, title);
  return (
    <button type="button" class="action" title={`${name}\n${look}`} onClick={follow}>
      <Icon name="search" />
      <span>{text}</span>
      <span class="visually-hidden">: {title}</span>
    </button>
  );
}
