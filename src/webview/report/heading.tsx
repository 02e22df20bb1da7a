/** The heading of a part of the page; the contents can put the focus on it. */
export function Heading({ id, text }: { id: string; text: string }) {
  return (
    <h2 id={id} tabIndex={-1}>
      {text}
    </h2>
  );
}
