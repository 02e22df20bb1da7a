import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

export interface FoldProps {
  /** Also the anchor to jump to. */
  readonly id: string;
  readonly open: boolean;
  readonly onFold: (open: boolean) => void;
  readonly class?: string;
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A row that opens. Its content is made only while it is open, so a long page stays light. */
export function Fold({ id, open, onFold, summary, children, ...rest }: FoldProps) {
  return (
    <details
      id={id}
      class={`fold ${rest.class ?? ''}`}
      open={open}
      onToggle={event => {
        if (event.currentTarget.open !== open) onFold(event.currentTarget.open);
      }}
    >
      <summary>
        <Icon name="chevron" />
        {summary}
      </summary>
      {open && <div class="fold-body">{children}</div>}
    </details>
  );
}
