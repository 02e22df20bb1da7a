/** Diagrams: the markup of their files, and the drawing that it makes. */
import { drawingAttributes, drawingElements } from '../core/guide/drawing';
import type { Drawing, DrawingElement } from '../core/guide/text';

/** A piece of a file: the beginning or the end of an element, or what stands between. */
export interface Markup {
  readonly closing: boolean;
  /** Null for text, and for markup that is not understood. */
  readonly name: string | null;
  readonly given: readonly (readonly [name: string, value: string])[];
  readonly isEmpty: boolean;
  readonly text: string;
}

/** Takes the file of a diagram apart. Elements with attributes in double quotes are all that is understood. */
export function markupIn(source: string): Markup[] {
  const pattern = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|[^<]+|<[^>]*>?/g;
  return [...source.matchAll(pattern)].map(([text, slash = '', name, given = '', end]) => ({
    closing: slash === '/',
    name: name ?? null,
    given: [...given.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const),
    isEmpty: end === '/',
    text,
  }));
}

/** The drawing of a file, with nothing but what diagrams are drawn with; nothing when it is none. */
export function readDrawing(source: string): Drawing | undefined {
  const root = readElements(source).find(isElement);
  if (root?.name !== 'svg') return undefined;
  const words = (name: string): string => textOf(root.children.find(child => isElement(child) && child.name === name));
  return { title: words('title'), description: words('desc'), svg: allowed(root) };
}

function allowed({ name, attributes: given, children }: DrawingElement): DrawingElement {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(given).filter(
        ([attribute]) => (name === 'svg' && attribute === 'viewBox') || drawingAttributes.test(attribute),
      ),
    ),
    children: children.flatMap<string | DrawingElement>(child => {
      if (!isElement(child)) return name === 'text' || name === 'tspan' ? [child.replaceAll(/\s*\n\s*/g, ' ')] : [];
      return drawingElements.has(child.name) ? [allowed(child)] : [];
    }),
  };
}

function isElement(node: string | DrawingElement): node is DrawingElement {
  return typeof node !== 'string';
}

function textOf(node: string | DrawingElement | undefined): string {
  if (node === undefined) return '';
  return isElement(node) ? node.children.map(textOf).join('').replaceAll(/\s+/g, ' ').trim() : node;
}

/** An element that is being read. */
interface OpenElement extends DrawingElement {
  readonly children: (string | DrawingElement)[];
}

function readElements(source: string): readonly (string | DrawingElement)[] {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const { closing, name, given, isEmpty, text } of markupIn(source)) {
    const parent = open.at(-1) ?? root;
    if (name === null) {
      if (!text.startsWith('<')) parent.children.push(unescaped(text));
    } else if (closing) {
      if (open.length > 1) open.pop();
    } else {
      const attributes = Object.fromEntries(given.map(([key, value]) => [key, unescaped(value)]));
      const element: OpenElement = { name, attributes, children: [] };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  return root.children;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (Number.isNaN(code)) return entities[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
