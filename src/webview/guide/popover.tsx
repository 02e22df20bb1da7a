import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isOutside, useDismissal, useLater, usePlacing } from './floating';

interface PopoverProps {
  readonly class: string;
  /** What the trigger shows; `label` says it where that is not words. */
  readonly trigger: ComponentChildren;
  readonly label?: string;
  /** The name of the explanation. */
  readonly title: string;
  readonly children: ComponentChildren;
  /** Where to go from here. By keyboard it can be reached while the explanation is held. */
  readonly actions?: (held: boolean) => ComponentChildren;
  /** A fact's id, by which its marks are found. */
  readonly cites?: string;
}

/** Shown while it is pointed at or has the focus; held after a press, until it is put away. */
type Showing = 'no' | 'shown' | 'held';

const openingDelay = 220;
/** Long enough to move the pointer from the word to its explanation. */
const closingDelay = 300;

/**
 * A word of the text with an explanation. Pointing at it or tabbing to it shows the explanation as a tooltip that
 * describes the word; a press makes it a dialog with the focus in it, so that its links can be reached. Escape and
 * leaving close it.
 */
export function Popover({ trigger, label, title, children, actions, cites, ...rest }: PopoverProps) {
  const id = useId();
  const [showing, setShowing] = useState<Showing>('no');
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLSpanElement>(null);
  const later = useLater();
  const held = showing === 'held';

  const close = () => {
    later.cancel();
    setShowing('no');
  };
  usePlacing(showing !== 'no', button, panel);
  useDismissal(showing !== 'no', whole, byKey => {
    if (byKey && panel.current?.contains(document.activeElement)) button.current?.focus();
    close();
  });
  useLayoutEffect(() => {
    if (held) panel.current?.focus({ preventScroll: true });
  }, [held]);

  const show = () => setShowing(now => (now === 'no' ? 'shown' : now));
  const hide = () => setShowing(now => (now === 'held' ? now : 'no'));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be done here is done by the button; the span only knows when the pointer and the focus leave both.
    <span
      ref={whole}
      class="popover"
      onMouseEnter={() => later.run(show, openingDelay)}
      onMouseLeave={() => later.run(hide, closingDelay)}
      onFocusOut={(event: FocusEvent) => {
        if (isOutside(whole, event.relatedTarget)) close();
      }}
    >
      <button
        ref={button}
        type="button"
        class={rest.class}
        aria-label={label}
        aria-expanded={held}
        aria-haspopup="dialog"
        aria-describedby={showing === 'shown' ? id : undefined}
        data-cites={cites}
        onFocus={show}
        onClick={() => {
          later.cancel();
          setShowing(held ? 'no' : 'held');
        }}
      >
        {trigger}
      </button>
      {showing !== 'no' && (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has the name while it is a dialog.
        <span
          ref={panel}
          class="panel"
          role={held ? 'dialog' : 'tooltip'}
          aria-label={held ? title : undefined}
          tabIndex={held ? -1 : undefined}
        >
          <span id={id}>
            <span class="panel-title">{title}</span>
            <span class="panel-text">{children}</span>
          </span>
          {actions && <span class="panel-actions">{actions(held)}</span>}
        </span>
      )}
    </span>
  );
}
