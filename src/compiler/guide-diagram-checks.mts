/** That diagrams show in a narrow side bar, take the theme's colours, can be read aloud and bring nothing else along. */
import { drawingAttributes, drawingElements } from '../core/guide/drawing';
import type { Check } from './check-shape.mts';
import { markupIn } from './guide-drawing.mts';
import { inFile } from './guide-place.mts';

const width = 320;
/** A drawing says besides what it shows. */
const elements = new Set([...drawingElements, 'title', 'desc']);
const classes = new Set([
  'box',
  'accent',
  'muted',
  'line',
  'arrow',
  'dashed',
  'fill-accent',
  'fill-muted',
  'label',
  'small',
  'strong',
]);

export const diagramChecks: readonly Check[] = [
  {
    name: 'diagrams',
    about: 'Diagrams are 320 wide, say what they show, and hold only shapes with the classes of the theme.',
    *run(_knowledge, { guide }) {
      for (const [name, source] of guide.files)
        if (name.endsWith('.svg')) for (const message of new Set(checkDiagram(source))) yield inFile(name, message);
    },
  },
];

/** Everything that is wrong with a diagram. */
export function* checkDiagram(source: string): Iterable<string> {
  const open: string[] = [];
  const words: Record<string, string> = {};
  const begun: string[] = [];
  for (const { closing, name, given, isEmpty, text } of markupIn(source)) {
    if (name === null) {
      const parent = open.at(-1) ?? '';
      if (text.startsWith('<'))
        yield `has "${text.slice(0, 30)}": only elements with attributes in double quotes are understood`;
      else if (text.trim() !== '') {
        if (!['title', 'desc', 'text', 'tspan'].includes(parent))
          yield `has "${text.trim().slice(0, 30)}" outside text`;
        words[parent] = `${words[parent] ?? ''}${text}`;
        if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) yield 'has a bare &: write &amp;';
      }
    } else if (closing) {
      if (open.pop() !== name) yield `closes <${name}> where it is not open`;
    } else {
      begun.push(name);
      if (!elements.has(name)) yield `has <${name}>: only ${[...elements].join(', ')} are drawn`;
      for (const [attribute, value] of given) yield* checkAttribute(name, attribute, value);
      if (!isEmpty) open.push(name);
    }
  }
  if (open.length > 0) yield `leaves <${open.at(-1)}> open`;
  if (begun[0] !== 'svg' || begun.lastIndexOf('svg') > 0) yield 'is not one <svg>';
  if (begun[1] !== 'title' || begun[2] !== 'desc') yield 'does not begin with <title> and <desc>';
  if (!words.title?.trim()) yield 'has an empty <title>';
  if (!/[.!?]\s*$/.test(words.desc ?? '')) yield 'has no <desc> in full sentences';
  if (!new RegExp(`\\bviewBox="0 0 ${width} \\d+(?:\\.\\d+)?"`).test(source)) yield `has no viewBox="0 0 ${width} …"`;
}

function* checkAttribute(element: string, attribute: string, value: string): Iterable<string> {
  const ofRoot: Readonly<Record<string, RegExp>> = {
    xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
    viewBox: /^[\d. ]+$/,
    role: /^img$/,
  };
  if (element === 'svg' && ofRoot[attribute]) {
    if (!ofRoot[attribute].test(value)) yield `has ${attribute}="${value}"`;
  } else if (element === 'svg' && (attribute === 'width' || attribute === 'height')) {
    yield `has a fixed ${attribute}: the viewBox is enough`;
  } else if (!drawingAttributes.test(attribute))
    yield `has the attribute ${attribute}: the theme gives colours and styles by class`;
  else if (attribute === 'class') {
    for (const name of value.split(/\s+/).filter(part => part !== ''))
      if (!classes.has(name)) yield `has the class "${name}": use ${[...classes].join(', ')}`;
  } else if (/url\(|:|#/i.test(value)) yield `has ${attribute}="${value}", which refers to something`;
}
