import type { ComponentChildren } from 'preact';
import { FactMark } from './footnote';
import { LinkInText } from './link-in-text';
import { useReferences } from './page';
import type { Inline } from './prose';

/** Running text. Within a link, and where there is no room for them, facts go without their marks. */
export function Text({ inlines, bare = false }: { inlines: readonly Inline[]; bare?: boolean }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <Piece key={index} inline={inline} bare={bare} />
      ))}
    </>
  );
}

function Piece({ inline, bare }: { inline: Inline; bare: boolean }): ComponentChildren {
  const { citations } = useReferences();
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Text inlines={inline.children} bare={bare} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Text inlines={inline.children} bare={bare} />
        </em>
      );
    case 's':
      return (
        <s>
          <Text inlines={inline.children} bare={bare} />
        </s>
      );
    case 'fact': {
      const citation = citations[inline.id];
      if (!citation) return `{${inline.id}}${inline.tail}`;
      return bare ? `${citation.text}${inline.tail}` : <FactMark citation={citation} tail={inline.tail} />;
    }
    case 'link': {
      const words = <Text inlines={inline.children} bare />;
      const { tail, ...link } = inline;
      if (bare) return [words, tail];
      // A line must not begin with the comma behind a button.
      return tail === '' ? (
        <LinkInText {...link}>{words}</LinkInText>
      ) : (
        <span class="held">
          <LinkInText {...link}>{words}</LinkInText>
          {tail}
        </span>
      );
    }
  }
}
