import { drawingAttributes, drawingElements } from '../../core/guide/drawing';

/** An element of a diagram, or a text in it. */
export type SvgNode = string | SvgElement;

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
}

export interface Diagram {
  readonly title: string;
  /** What someone needs who cannot see it. */
  readonly description: string;
  readonly svg: SvgElement;
}

const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+|</g;

/** Reads a diagram of the guide; nothing when it is none. It is read anew here, so that a page needs no markup of others. */
export function readDiagram(source: string): Diagram | undefined {
  const root = readElements(source).find(node => typeof node !== 'string' && node.name === 'svg');
  if (!root || typeof root === 'string') return undefined;
  const words = (name: string) => {
    const found = root.children.find(child => typeof child !== 'string' && child.name === name);
    return found ? textOf(found) : '';
  };
  return { title: words('title'), description: words('desc'), svg: allowed(root) };
}

function allowed({ name, attributes: given, children }: SvgElement): SvgElement {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(given).filter(([attribute]) => attribute === 'viewBox' || drawingAttributes.test(attribute)),
    ),
    children: children.flatMap<SvgNode>(child => {
      if (typeof child === 'string') return name === 'text' || name === 'tspan' ? [child] : [];
      return drawingElements.has(child.name) ? [allowed(child)] : [];
    }),
  };
}

function textOf(node: SvgNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('').replace(/\s+/g, ' ').trim();
}

/** An element that is being read. */
interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgNode[];
}

function readElements(source: string): readonly SvgNode[] {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [whole, closing, opening, given = '', empty] of source.matchAll(markup)) {
    const parent = open.at(-1) ?? root;
    if (opening !== undefined) {
      const element: OpenElement = { name: opening, attributes: readAttributes(given), children: [] };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    } else if (closing !== undefined) {
      if (open.length > 1) open.pop();
    } else if (!whole.startsWith('<')) parent.children.push(unescaped(whole));
  }
  return root.children;
}

function readAttributes(given: string): Record<string, string> {
  const found = given.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...found].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (Number.isNaN(code)) return entities[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
