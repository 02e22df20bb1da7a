import { createElement } from 'preact';
import { useId } from 'preact/hooks';
import type { Drawing, DrawingElement } from '../../core/guide/text';

/** A drawing with what it shows in words; of a picture that is none, only the words. */
export function Diagram({ drawing, caption }: { drawing: Drawing | null; caption: string }) {
  const id = useId();
  if (!drawing) return <p>{caption}</p>;
  return (
    <figure class="diagram">
      <div role="img" aria-label={drawing.title || caption} aria-describedby={id}>
        {draw(drawing.svg, 0)}
      </div>
      <p id={id} class="visually-hidden">
        {drawing.description}
      </p>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function draw(node: string | DrawingElement, key: number): preact.ComponentChild {
  if (typeof node === 'string') return node;
  const hidden = node.name === 'svg' ? { 'aria-hidden': true } : {};
  return createElement(node.name, { ...node.attributes, ...hidden, key }, node.children.map(draw));
}
