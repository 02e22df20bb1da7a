/**
 * As much of a document as Preact needs to render a page in plain Node. It knows no HTML: a text that looks like markup
 * can only ever be text here if the page made it a text.
 */

class PageNode {
  parentNode: PageElement | null = null;
  readonly ownerDocument = null;

  get nextSibling(): PageNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

class PageText extends PageNode {
  readonly nodeType = 3;
  constructor(public data: string) {
    super();
  }
  get textContent(): string {
    return this.data;
  }
}

type Listener = (this: PageElement, event: object) => void;

export class PageElement extends PageNode {
  readonly nodeType = 1;
  readonly childNodes: PageNode[] = [];
  readonly attributes: { name: string; value: string }[] = [];
  readonly style = {};
  private readonly listeners = new Map<string, Listener>();

  constructor(
    readonly localName: string,
    readonly namespaceURI: string,
  ) {
    super();
  }

  get firstChild(): PageNode | null {
    return this.childNodes[0] ?? null;
  }

  get textContent(): string {
    return this.childNodes.map(node => (node as PageText | PageElement).textContent).join('');
  }

  insertBefore(node: PageNode, before: PageNode | null): PageNode {
    node.remove();
    const place = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    this.childNodes.splice(place, 0, node);
    node.parentNode = this;
    return node;
  }

  appendChild(node: PageNode): PageNode {
    return this.insertBefore(node, null);
  }

  removeChild(node: PageNode): void {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
  }

  contains(node: PageNode | null): boolean {
    return node !== null && (node === this || this.contains(node.parentNode));
  }

  setAttribute(name: string, value: unknown): void {
    this.removeAttribute(name);
    this.attributes.push({ name, value: String(value) });
  }

  removeAttribute(name: string): void {
    const place = this.attributes.findIndex(attribute => attribute.name === name);
    if (place >= 0) this.attributes.splice(place, 1);
  }

  getAttribute(name: string): string | null {
    return this.attributes.find(attribute => attribute.name === name)?.value ?? null;
  }

  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type.toLowerCase(), listener);
  }

  removeEventListener(type: string): void {
    this.listeners.delete(type.toLowerCase());
  }

  focus(): void {}

  scrollIntoView(): void {}

  getBoundingClientRect(): { left: number; top: number; width: number; height: number } {
    return { left: 0, top: 0, width: 0, height: 0 };
  }

  querySelector(): null {
    return null;
  }

  querySelectorAll(): [] {
    return [];
  }

  /** Everything below it, in the order of the page. */
  get descendants(): PageElement[] {
    return this.childNodes.flatMap(node => (node instanceof PageElement ? [node, ...node.descendants] : []));
  }

  /** The one element below it of this kind with this text; fails when there is none or there are several. */
  the(localName: string, text: string): PageElement {
    const found = this.descendants.filter(element => element.localName === localName && element.textContent === text);
    const [first] = found;
    if (!first || found.length > 1) throw new Error(`${found.length} <${localName}> say "${text}".`);
    return first;
  }

  /** Lets someone do something to it, such as click. */
  fire(type: string, details: object = {}): void {
    const event = { type, currentTarget: this, target: this, preventDefault: () => {}, ...details };
    this.listeners.get(type)?.call(this, event);
  }
}

/** Puts the globals in place that a page expects; gives back what takes them away again. */
export function openPage(): { root: PageElement; close: () => void } {
  const nothing = () => {};
  const fakes: Record<string, unknown> = {
    document: {
      createElementNS: (namespace: string, name: string) => new PageElement(name, namespace),
      createTextNode: (text: string) => new PageText(text),
      getElementById: () => null,
      querySelectorAll: () => [],
      documentElement: { clientWidth: 300, clientHeight: 800 },
      activeElement: null,
      hasFocus: () => true,
      body: null,
      addEventListener: nothing,
      removeEventListener: nothing,
    },
    window: {
      scrollY: 0,
      scrollTo: nothing,
      scrollBy: nothing,
      addEventListener: nothing,
      removeEventListener: nothing,
    },
    IntersectionObserver: class {
      observe = nothing;
      disconnect = nothing;
    },
  };
  const before = Object.keys(fakes).map(name => [name, Reflect.get(globalThis, name)] as const);
  Object.assign(globalThis, fakes);
  return {
    root: new PageElement('div', 'http://www.w3.org/1999/xhtml'),
    close: () => {
      for (const [name, value] of before) Reflect.set(globalThis, name, value);
    },
  };
}
