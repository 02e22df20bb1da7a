import { type BrowserWindow, type HTMLElement as HappyElement, Window } from 'happy-dom';
import { act } from 'preact/test-utils';

/** Where an element lies in the page, in CSS pixels from its top left corner; there is no layout but what a test says. */
export interface Lie {
  readonly top: number;
  readonly left?: number;
  readonly width?: number;
  readonly height?: number;
}

/** A page in plain Node. */
export interface OpenPage {
  /** What the page is drawn into. */
  readonly root: HTMLElement;
  lay(element: Element | undefined | null, lie: Lie): void;
  /** Makes the window larger or smaller, in CSS pixels. */
  resize(size: { readonly width?: number; readonly height?: number }): void;
  /** Whether what an `IntersectionObserver` looks at is in view. */
  show(element: Element | undefined | null, isInView: boolean): void;
  close(): Promise<void>;
}

type Seen = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting' | 'boundingClientRect'>;

/** What a page expects of a browser's globals; `window` is another thing than `globalThis` here, whose clock the tests stop. */
const names = [
  ...['document', 'matchMedia', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLDetailsElement'],
  ...['ResizeObserver', 'DOMParser'],
] as const;

/** Opens an empty page with the document of a browser; nothing is fetched, run or gone to. */
export function openPage(size = { width: 300, height: 800 }): OpenPage {
  const window_ = new Window({
    ...size,
    url: 'https://page.example/',
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true },
    },
  });
  const observers = new Map<{ watches(target: Element): boolean }, (entries: readonly Seen[]) => void>();
  const fakes: Record<string, unknown> = {
    ...Object.fromEntries(names.map(name => [name, boundOf(window_, name)])),
    window: window_,
    IntersectionObserver: class {
      constructor(hear: (entries: readonly Seen[]) => void) {
        observers.set(this, hear);
      }
      private readonly targets = new Set<Element>();
      readonly observe = (target: Element) => this.targets.add(target);
      readonly watches = (target: Element) => this.targets.has(target);
      readonly disconnect = () => observers.delete(this);
    },
  };
  const before = Object.keys(fakes).map(
    name => [name, Object.getOwnPropertyDescriptor(globalThis, name) ?? null] as const,
  );
  for (const [name, value] of Object.entries(fakes))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const lay = layOut(window_);
  const root = document.createElement('div');
  document.body.append(root);
  return {
    root,
    lay: (element, lie) => lay(existing(element), lie),
    resize: changed => {
      void act(() => window_.happyDOM.setViewport(changed));
    },
    show: (element, isIntersecting) => {
      const target = existing(element);
      void act(() => {
        for (const [observer, hear] of observers)
          if (observer.watches(target))
            hear([{ target, isIntersecting, boundingClientRect: target.getBoundingClientRect() }]);
      });
    },
    close: async () => {
      await window_.happyDOM.close();
      for (const [name, property] of before)
        if (property) Object.defineProperty(globalThis, name, property);
        else Reflect.deleteProperty(globalThis, name);
    },
  };
}

function boundOf(window_: BrowserWindow, name: string): unknown {
  const value: unknown = Reflect.get(window_, name);
  return name === 'matchMedia' && typeof value === 'function' ? value.bind(window_) : value;
}

/** Gives elements the places that a test says, from which they are scrolled away. Gives how to say one. */
function layOut(window_: BrowserWindow): (element: Element, lie: Lie) => void {
  const lies = new WeakMap<object, Lie>();
  const lieOf = (element: object): Required<Lie> => ({ top: 0, left: 0, width: 0, height: 0, ...lies.get(element) });
  const { prototype } = window_.HTMLElement;
  prototype.getBoundingClientRect = function (this: HappyElement) {
    const { left, top, width, height } = lieOf(this);
    return new window_.DOMRect(left, top - (lies.has(this) ? window_.scrollY : 0), width, height);
  };
  prototype.scrollIntoView = function (this: HappyElement, options) {
    const { top, height } = lieOf(this);
    const isCentred = typeof options === 'object' && options.block === 'center';
    if (lies.has(this)) window_.scrollTo({ top: isCentred ? top - (window_.innerHeight - height) / 2 : top });
  };
  for (const [name, side] of [
    ['clientWidth', 'innerWidth'],
    ['clientHeight', 'innerHeight'],
  ] as const)
    Object.defineProperty(window_.document.documentElement, name, { get: () => window_[side] });
  return (element, lie) => lies.set(element, lie);
}

/** Everything below an element, in the order of the page. */
export function within(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')];
}

/** The one element of this kind with this text; fails when there is none or there are several. */
export function the(root: ParentNode, name: string, text: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(name)].filter(({ textContent }) => textContent === text);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} <${name}> say "${text}".`);
  return first;
}

/** What an element begins with, for tests to compare and show: all that hangs on the element itself is the whole page. */
export function sketch(element: Element | undefined | null): string {
  return element?.outerHTML.slice(0, 120) ?? 'nothing';
}

/** Fails, with a look at both, when two elements are not one and the same. */
export function assertSame(actual: Element | undefined | null, expected: Element | undefined | null): void {
  if (actual !== expected) throw new Error(`It is ${sketch(actual)}, not ${sketch(expected)}.`);
}

/** Fails, with a look at it, when the focus is elsewhere. */
export function assertFocus(element: Element | undefined | null): void {
  assertSame(document.activeElement, element);
}

/** Presses an element with the pointer. */
export function click(element: Element | undefined | null): void {
  fire(existing(element), 'pointerdown');
  void act(() => (existing(element) as HTMLElement).click());
}

/** Presses a key where the focus is put. Gives whether the page left it to the browser. */
export function press(element: Element | undefined | null, key: string, held: KeyboardEventInit = {}): boolean {
  return fire(existing(element), 'keydown', { key, ...held });
}

/** Puts a text in place of what stands in a field. */
export function type(field: Element | undefined | null, text: string): void {
  (existing(field) as HTMLInputElement).value = text;
  fire(existing(field), 'input');
}

/** Gives an element the focus, as the Tab key does; whatever had it loses it. */
export function focus(element: Element | undefined | null): void {
  void act(() => (existing(element) as HTMLElement).focus());
}

/** Takes the focus away. */
export function leave(element: Element | undefined | null): void {
  void act(() => (existing(element) as HTMLElement).blur());
}

/** Scrolls the window so far, in CSS pixels from its top, and lets the page hear of it. */
export function scrollTo(top: number): void {
  window.scrollTo({ top, behavior: 'instant' });
  fire(window, 'scroll');
}

/** Lets an event happen that has no doer above; `false` when the page has prevented what comes by default. */
export function fire(target: EventTarget, name: string, details: object = {}): boolean {
  const kind = name.startsWith('key') ? 'KeyboardEvent' : name.startsWith('mouse') ? 'MouseEvent' : 'Event';
  const Kind = Reflect.get(window, kind) as typeof Event;
  let isLeft = true;
  void act(() => {
    isLeft = target.dispatchEvent(new Kind(name, { bubbles: true, cancelable: true, ...details }));
  });
  return isLeft;
}

function existing(element: Element | undefined | null): Element {
  if (!element) throw new Error('There is no such element on the page.');
  return element;
}
