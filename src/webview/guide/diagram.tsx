import { createElement } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { useReferences } from './page';
import { readDiagram, type SvgNode } from './svg';

/** A drawing of the chapter with what it shows in words; of any other picture, only the words. */
export function Diagram({ path, caption }: { path: string; caption: string }) {
  const id = useId();
  const source = useReferences().diagrams[path];
  const diagram = useMemo(() => (source === undefined ? undefined : readDiagram(source)), [source]);
  if (!diagram) return <p>{caption}</p>;
  return (
    <figure class="diagram">
      <div role="img" aria-label={diagram.title || caption} aria-describedby={id}>
        {draw(diagram.svg, 0)}
      </div>
      <p id={id} class="visually-hidden">
        {diagram.description}
      </p>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function draw(node: SvgNode, key: number): preact.ComponentChild {
  if (typeof node === 'string') return node;
  const hidden = node.name === 'svg' ? { 'aria-hidden': true } : {};
  return createElement(node.name, { ...node.attributes, ...hidden, key }, node.children.map(draw));
}
