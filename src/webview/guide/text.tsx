import type { ComponentChildren } from 'preact';
import { parseLink } from '../../core/guide/links';
import type { Inline, Line } from '../../core/guide/text';
import { FactMark } from './footnote';
import { LinkInText } from './link-in-text';
import { useReferences } from './page';

/** Running text. Within a link, and where there is no room for them, facts go without their marks. */
export function Text({ line, bare = false }: { line: Line; bare?: boolean }) {
  return (
    <>
      {line.map((piece, index) => {
        const before = line[index - 1];
        if (typeof piece === 'string') return holds(before) ? piece.slice(tailOf(piece).length) : piece;
        return <Piece key={index} piece={piece} tail={holds(piece) ? tailOf(line[index + 1]) : ''} bare={bare} />;
      })}
    </>
  );
}

/** Whether a piece keeps the punctuation behind it with it: a line must not begin with the comma behind a mark or a button. */
function holds(piece: Inline | undefined): boolean {
  return typeof piece === 'object' && (piece.kind === 'fact' || piece.kind === 'link');
}

/** The punctuation that words begin with. */
function tailOf(words: Inline | undefined): string {
  return typeof words === 'string' ? (/^[.,;:!?)\]…]*/.exec(words)?.[0] ?? '') : '';
}

interface PieceProps {
  readonly piece: Exclude<Inline, string>;
  /** The punctuation that it holds. */
  readonly tail: string;
  readonly bare: boolean;
}

function Piece({ piece, tail, bare }: PieceProps): ComponentChildren {
  const { chapter, citations } = useReferences();
  switch (piece.kind) {
    case 'code':
      return <code>{piece.text}</code>;
    case 'break':
      return <br />;
    case 'picture':
      return piece.words;
    case 'strong':
    case 'em':
    case 's': {
      const Mark = piece.kind;
      return (
        <Mark>
          <Text line={piece.children} bare={bare} />
        </Mark>
      );
    }
    case 'fact': {
      const citation = citations[piece.id];
      if (!citation) return `{${piece.id}}${tail}`;
      return bare ? `${citation.text}${tail}` : <FactMark citation={citation} tail={tail} />;
    }
    case 'link': {
      const { href } = piece;
      const link = parseLink(href, chapter);
      const words = <Text line={piece.children} bare={bare || link !== undefined} />;
      if (bare || !link) return [words, tail];
      const shown = (
        <LinkInText link={link} href={href}>
          {words}
        </LinkInText>
      );
      return tail === '' ? (
        shown
      ) : (
        <span class="held">
          {shown}
          {tail}
        </span>
      );
    }
  }
}
