import type { Marked, SearchHit } from '../../core/guide/search';
import { words } from './words';

interface SearchResultProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly query: string;
  readonly active: boolean;
  readonly open: () => void;
}

/** Something found: what it is, its title, where it stands, and some words around the match. */
export function SearchResult({ id, hit, query, active, open }: SearchResultProps) {
  const { kind, title, where, excerpt } = hit;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard goes through the results from the field.
    // biome-ignore lint/a11y/useFocusableInteractive: so the focus stays in the field.
    <div id={id} class={active ? 'result active' : 'result'} role="option" aria-selected={active} onClick={open}>
      <span class="result-kind">
        {words.kinds[kind]}
        {where !== '' && where !== title && <>: {where}</>}
      </span>
      <span class="result-title">
        <Marks pieces={markWords(title, query)} />
      </span>
      {excerpt.length > 0 && (
        <span class="result-excerpt">
          <Marks pieces={excerpt} />
        </span>
      )}
    </div>
  );
}

function Marks({ pieces }: { pieces: readonly Marked[] }) {
  return <>{pieces.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))}</>;
}

/** A text in pieces, in which the beginnings of words are marked that were looked for. */
export function markWords(text: string, query: string): Marked[] {
  const wanted = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(piece => piece !== '')
    .flatMap(piece => {
      const found = wanted.filter(word => piece.toLowerCase().startsWith(word));
      const length = Math.max(0, ...found.map(word => word.length));
      const pieces = [
        { text: piece.slice(0, length), match: true },
        { text: piece.slice(length), match: false },
      ];
      return pieces.filter(part => part.text !== '');
    });
}
