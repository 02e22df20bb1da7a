import type { ComponentChild } from 'preact';

/**
 * Drawn here because VS Code lends a page its colours but not its icons. Each outcome has a shape of its own, so that it
 * is told apart without colour. A filled shape stands for what carries weight, an outline for the rest.
 */
const drawings = {
  strength: [<circle class="filled" cx="8" cy="8" r="7" />, <path class="cut" d="m4.8 8.2 2.2 2.3 4.2-4.8" />],
  neutral: [<circle cx="8" cy="8" r="6.3" />, <path d="M5 8h6" />],
  concern: [<path d="M8 1.9 14.6 13.6H1.4Z" />, <path d="M8 6.2v3.6M8 11.4v.5" />],
  weakness: [<path class="filled" d="M8 1.4 15.2 14H.8Z" />, <path class="cut" d="M8 6v3.8M8 11.5v.5" />],
  blocker: [
    <path class="filled" d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" />,
    <path class="cut" d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />,
  ],
  lifted: [<path d="M5.4 1.7h5.2l3.7 3.7v5.2l-3.7 3.7H5.4l-3.7-3.7V5.4Z" />, <path d="m5 8.2 2.1 2.1 4-4.5" />],
  open: [
    <circle class="dashed" cx="8" cy="8" r="6.3" />,
    <path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.2v.4" />,
  ],
  'not-applicable': [<circle cx="8" cy="8" r="6.3" />, <path d="m3.7 12.3 8.6-8.6" />],
  mitigations: [<path class="filled" d="M8 .6 15.4 8 8 15.4.6 8Z" />, <path class="cut" d="M8 4.6v4M8 10.7v.5" />],
  chevron: [<path d="m6 3.5 4.5 4.5L6 12.5" />],
  book: [
    <path d="M8 3.6C6.5 2.6 4.4 2.3 2 2.5v10c2.4-.2 4.5.1 6 1.1 1.5-1 3.6-1.3 6-1.1v-10c-2.4-.2-4.5.1-6 1.1Zm0 0v10" />,
  ],
  file: [<path d="M3.5 1.5h6l3 3v10h-9Zm6 0v3h3" />],
  folder: [<path d="M1.8 13.2V3.3h4.4l1.5 1.9h6.5v8Z" />],
  pencil: [<path d="m2.5 13.5.8-3.3 7.7-7.7 2.5 2.5-7.7 7.7Zm7-9.5 2.5 2.5" />],
  home: [<path d="M2 7.4 8 2.2l6 5.2M3.8 6.2v7.3h3V9.7h2.4v3.8h3V6.2" />],
  back: [<path d="M13.3 8H2.8m4.4-4.5L2.7 8l4.5 4.5" />],
  forward: [<path d="M2.7 8h10.5M8.8 3.5 13.3 8l-4.5 4.5" />],
  search: [<circle cx="6.8" cy="6.8" r="4.3" />, <path d="m10 10 4 4" />],
  close: [<path d="m3.8 3.8 8.4 8.4m0-8.4-8.4 8.4" />],
  more: [<path class="dots" d="M3 8h.01M8 8h.01M13 8h.01" />],
  editor: [<path d="M1.8 2.8h12.4v10.4H1.8Zm0 3h12.4M9 5.8v7.4" />],
  copy: [<path d="M5.8 5.2h7.7v8.3H5.8Zm-3.3 5.6V2.5h7.6" />],
  check: [<path d="m3 8.6 3.2 3.2L13 4.6" />],
  task: [<path d="M2.7 2.7h10.6v10.6H2.7Z" />],
  'task-done': [<path class="filled" d="M2.7 2.7h10.6v10.6H2.7Z" />, <path class="cut" d="m4.9 8.2 2.1 2.2 4-4.7" />],
  note: [<circle cx="8" cy="8" r="6.3" />, <path d="M8 7.3v4M8 4.7v.4" />],
  tip: [<path d="M6 11.2c0-1.7-2-2.4-2-5a4 4 0 0 1 8 0c0 2.6-2 3.3-2 5Zm.4 2.6h3.2" />],
  wrong: [<circle cx="8" cy="8" r="6.3" />, <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />],
  missed: [<circle class="dashed" cx="8" cy="8" r="6.3" />, <path d="m4.8 8.2 2.2 2.3 4.2-4.8" />],
  left: [<circle cx="8" cy="8" r="6.3" />],
  again: [<path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.8l1.6 1.5m0-3.4v3.4H9.8" />],
  play: [<path d="M4.5 2.6 13 8l-8.5 5.4Z" />],
  upward: [<path d="M8 13.3V2.8M3.5 7.2 8 2.7l4.5 4.5" />],
} satisfies Record<string, ComponentChild>;

export type IconName = keyof typeof drawings;

/** Always beside words that say the same, hence hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
