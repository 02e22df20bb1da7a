import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../../../scripts/install.mjs';
import { whatIsSaid } from '../../../scripts/words/said.mts';
import { hostSources, withSources } from '../../../scripts/words/sources.mts';
import type { Saying } from '../doors/extension.js';
import { type Doors, openDoors } from '../doors.js';
import { holds, until } from '../until.js';

/** What a workspace may hold, and how it reads where it is shown. */
const hostile: readonly (readonly [text: string, reads: string])[] = [
  ...[
    '[a](command:workbench.action.files.newUntitledFile)',
    '[a](https://example.invalid/x)',
    'https://example.invalid/x',
    'www.example.invalid and somebody@example.invalid',
    '_www.example.invalid and <mailto:somebody@example.invalid> and &rlm;',
    '$(alert)',
    '`code` and ```code```',
    '**bold** and _slanted_ and # heading',
    '<b>bold</b><img src=x>',
  ].map(text => [text, text] as const),
  ['left\u202eright\u2066', 'left⟨U+202E⟩right⟨U+2066⟩'],
  ['\u001b[1mbold\u0007', '␛[1mbold␇'],
  ['x'.repeat(10_000), `${'x'.repeat(500)}…`],
];

/** A message to be shown, and what of it is to be seen. */
interface Expected extends Saying {
  /** Its text without icons. */
  readonly reads: string;
  readonly icons: number;
}

/** What is to be seen of an element. */
interface Seen {
  readonly text: string;
  readonly icons: number;
  readonly links: number;
  readonly formats: number;
  /** Whether it has a control or direction character as such, in a text or an attribute. */
  readonly isRaw: boolean;
}

/** Every message of the code that holds something from elsewhere, once for each surface that shows it. */
const said = withSources(path.join(root, 'tsconfig.json'), hostSources, whatIsSaid);
const isShown = new Set<string>();

function messagesFor(surface: string): Expected[] {
  const here = said.filter(({ surfaces }) => surfaces === undefined || surfaces.includes(surface));
  const templates = [...new Set(here.map(({ template }) => template))];
  return templates.flatMap(template => {
    isShown.add(`${surface} ${template}`);
    return hostile.map(([text, reads]): Expected => {
      const count = Math.max(...[...template.matchAll(/\{(\d)\}/g)].map(([, index]) => Number(index))) + 1;
      const own = template.replaceAll(/\$\([a-z-]+\)/g, '');
      return {
        template,
        values: Array(count).fill(text),
        reads: plain(own.replaceAll(/\{\d\}/g, () => reads)),
        icons: [...template.matchAll(/\$\([a-z-]+\)/g)].length,
      };
    });
  });
}

/** As a reader sees it: spaces of all kinds are spaces, and the joiner takes no room. */
function plain(text: string): string {
  return text.replaceAll('\u2060', '').replaceAll(/\s+/gu, ' ').trim();
}

function look(elements: Locator, attribute: string | undefined): Promise<Seen[]> {
  return elements.evaluateAll(
    (all, attribute) =>
      all.map(element => {
        const within = [element, ...element.querySelectorAll('*')];
        const attributes = within.flatMap(one => [...one.attributes].map(({ value }) => value));
        const count = (selector: string): number => element.querySelectorAll(selector).length;
        const text = (attribute === undefined ? element.textContent : element.getAttribute(attribute)) ?? '';
        return {
          text,
          icons: count('.codicon'),
          links: count('a[href], [data-href], [role="link"], .monaco-link'),
          formats: count('b, strong, i, em, code, pre, img, h1'),
          isRaw: [text, ...attributes].some(value => /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value)),
        };
      }),
    attribute,
  );
}

/** Whether a text is the expected one, or has it among words of VS Code's own. VS Code cuts what is very long by itself. */
function readsAs(seen: string, expected: string, isAmongOthers: boolean): boolean {
  const text = plain(seen);
  if (text.length > expected.length + 200) return false;
  const wanted = expected.length < 400 ? expected : expected.slice(0, 400);
  return isAmongOthers || wanted !== expected ? text.includes(wanted) : text === wanted;
}

/** How messages are shown on a surface, and where they are to be seen. */
interface Surface {
  /** As scripts/words/said.mts names them. */
  readonly names: readonly string[];
  /** How many are shown at once; 1 when not given. */
  readonly atOnce?: number;
  /** What shows them, in the order in which they were given unless `isUnordered`. */
  readonly elements: string;
  readonly isUnordered?: boolean;
  /** Where the message is, when not in the text. */
  readonly attribute?: string;
  /** Where VS Code puts words of its own beside them. */
  readonly isAmongOthers?: boolean;
  /** Pieces of markup that are ours. */
  readonly formats?: number;
  /** What has to be done for it to be seen. */
  readonly reveal?: (doors: Doors) => Promise<unknown>;
  readonly leave?: (doors: Doors) => Promise<unknown>;
}

/** What is wrong with what is seen of a message, if anything. */
function problemWith(surface: Surface, expected: Expected, seen: Seen | undefined): string | undefined {
  if (!seen) return 'is not there';
  if (seen.links > 0) return 'has a link';
  if (seen.icons !== expected.icons) return `has ${seen.icons} icons`;
  if (seen.formats !== (surface.formats ?? 0)) return `has ${seen.formats} pieces of markup`;
  if (seen.isRaw) return 'has a control or direction character';
  if (readsAs(seen.text, expected.reads, surface.isAmongOthers ?? false)) return undefined;
  return `reads ${JSON.stringify(plain(seen.text).slice(0, 200))}`;
}

function problemsWith(surface: Surface, expected: readonly Expected[], seen: readonly Seen[]): string[] {
  return expected.flatMap((one, index) => {
    const reads = ({ text }: Seen): boolean => readsAs(text, one.reads, surface.isAmongOthers ?? false);
    const problem = problemWith(surface, one, surface.isUnordered ? seen.find(reads) : seen[index]);
    return problem === undefined ? [] : [`“${one.template}” with ${one.values[0]?.slice(0, 60)} ${problem}`];
  });
}

/** Shows every message that has this surface, and looks at it. What is wrong, a line each. */
async function tryOut(doors: Doors, surface: Surface, name: string): Promise<string[]> {
  const { page } = doors.workbench;
  const messages = messagesFor(name);
  const { atOnce = 1 } = surface;
  const wrong: string[] = [];
  // More than a few of the same tell nobody anything.
  for (let index = 0; index < messages.length && wrong.length < 5; index += atOnce) {
    const expected = messages.slice(index, index + atOnce);
    let problems: string[] = [];
    // A tooltip or a list may go away while the window is busy with what was there before: then it is shown again.
    for (let tries = 0; tries < 3; tries++) {
      await doors.show(name, expected);
      await surface.reveal?.(doors);
      const lookAgain = async (): Promise<boolean> => {
        problems = problemsWith(surface, expected, await look(page.locator(surface.elements), surface.attribute));
        return problems.length === 0;
      };
      // What is wrong to the end is told by what was seen last.
      await until('a message is text', lookAgain, { limit: 2000, between: 15 }).catch(() => undefined);
      await surface.leave?.(doors);
      if (problems.length === 0) break;
    }
    wrong.push(...problems.map(problem => `${name}: ${problem}`));
  }
  return wrong;
}

const list = '.quick-input-widget .monaco-list-row';
const tree = '.part.sidebar .pane:has(.pane-header[aria-label^="Tree"])';
const tooltip = '.workbench-hover';
const clear = (doors: Doors): Promise<void> => doors.clear();

async function leaveDialog({ workbench: { page } }: Doors): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
}

/** Types something once the field before, in which something was typed, has given way. */
async function typeAnew({ workbench: { quickInput } }: Doors): Promise<void> {
  await holds(async () => assert.equal(await quickInput.value(), ''));
  await quickInput.type('typed');
}

/** VS Code shows a tooltip when the pointer has come and rests; a window that is busy may take no notice of that. */
async function hoverRow(doors: Doors): Promise<void> {
  const { page } = doors.workbench;
  const rest = async (): Promise<boolean> => {
    await page.locator(`${tree} .monaco-list-row .label-name`).first().hover();
    await page.locator(tooltip).first().waitFor({ timeout: 2000 });
    return true;
  };
  await until('a tooltip is shown', () => rest().catch(() => leaveTooltip(doors).then(() => false)));
}

async function leaveTooltip({ workbench: { page } }: Doors): Promise<void> {
  for (const x of [900, 910]) await page.mouse.move(x, 900);
  await page.locator(tooltip).first().waitFor({ state: 'detached' });
}

const surfaces: Readonly<Record<string, Surface>> = {
  'a notification': {
    names: [
      'showError.message',
      'showWarning.message',
      'showInformation.message',
      'showFailure.message',
      'showProgress.title',
    ],
    elements: '.notifications-center .notification-list-item-message',
    leave: clear,
  },
  'the status bar': {
    names: ['showStatus.text'],
    elements: '[id="status.extensionMessage"]',
  },
  'the message of a dialog': {
    names: ['confirm.message'],
    elements: '#monaco-dialog-message-text',
    leave: leaveDialog,
  },
  'the detail of a dialog': {
    names: ['confirm.detail'],
    elements: '#monaco-dialog-message-detail',
    leave: leaveDialog,
  },
  'the label of a row': {
    names: ['Row.label'],
    atOnce: 12,
    elements: `${list} .quick-input-list-row:first-child .label-name`,
  },
  'the description of a row': { names: ['Row.description'], atOnce: 12, elements: `${list} .label-description` },
  'the detail of a row': {
    names: ['Row.detail'],
    atOnce: 12,
    elements: `${list} .quick-input-list-row:nth-child(2) .label-name`,
  },
  'the title of a list or a field': {
    names: ['List.title', 'Field.title', 'FieldOptions.title', 'ListOptions.title'],
    elements: '.quick-input-title',
  },
  'what stands in an empty field': {
    names: ['List.placeholder', 'ListOptions.placeHolder', 'Field.placeholder', 'FieldOptions.placeHolder'],
    attribute: 'placeholder',
    elements: '.quick-input-box input',
  },
  'the prompt of a field or a list': {
    names: ['Field.prompt', 'Field.validationMessage', 'FieldOptions.prompt', 'List.prompt'],
    isAmongOthers: true,
    elements: '.quick-input-message',
  },
  'what is wrong with what was typed': {
    names: ['FieldOptions.validateInput'],
    elements: '.quick-input-message',
    reveal: typeAnew,
  },
  'the label of a row of a tree': {
    names: ['createTreeRow.label', 'TreeRow.label'],
    atOnce: 12,
    elements: `${tree} .monaco-list-row .label-name`,
  },
  'the description of a row of a tree': {
    names: ['TreeRow.description'],
    atOnce: 12,
    elements: `${tree} .monaco-list-row .label-description`,
  },
  'what a screen reader says of a row of a tree': {
    names: ['Spoken.label'],
    atOnce: 12,
    attribute: 'aria-label',
    elements: `${tree} .monaco-list-row`,
  },
  'the tooltip of a row of a tree': {
    names: ['TreeRow.tooltip', 'tooltipOf.paragraphs'],
    elements: tooltip,
    reveal: hoverRow,
    leave: leaveTooltip,
  },
  'a paragraph of a tooltip': {
    names: ['Paragraph.strong', 'Paragraph.text'],
    isAmongOthers: true,
    formats: 1,
    elements: tooltip,
    reveal: hoverRow,
    leave: leaveTooltip,
  },
  'the message of a tree': { names: ['Tree.message'], elements: `${tree} .message` },
  'the description of a tree': { names: ['Tree.description'], elements: `${tree} .pane-header .description` },
  'the name of a task': {
    names: ['TaskWords.name'],
    atOnce: 12,
    isAmongOthers: true,
    isUnordered: true,
    elements: `${list} .quick-input-list-row:first-child .label-name`,
    leave: clear,
  },
  'the detail of a task': {
    names: ['TaskWords.detail'],
    atOnce: 12,
    isUnordered: true,
    elements: `${list} .quick-input-list-row:nth-child(2) .label-name`,
    leave: clear,
  },
  'the title of a tab': {
    names: ['createPage.title', 'nameTab.title', 'openNamed.name', 'openDifference.name'],
    elements: '.tab.active .label-name',
  },
};

describe('Text from a workspace', function () {
  this.timeout(300_000);
  let doors: Doors;

  before(async () => {
    doors = await openDoors({ width: 1280, height: 1600 });
    await doors.workbench.sidebar('Doors');
  });
  after(() => doors.close());

  for (const [where, surface] of Object.entries(surfaces))
    it(`is text, in every message that we have for ${where}`, async () => {
      const wrong: string[] = [];
      for (const name of surface.names) wrong.push(...(await tryOut(doors, surface, name)));
      await doors.clear();
      assert.deepEqual(wrong, []);
    });

  it('has been shown in every message of the code, wherever it is shown', () => {
    for (const { file, line, template, surfaces: shown } of said)
      for (const surface of shown ?? [])
        assert.ok(isShown.has(`${surface} ${template}`), `${file}:${line}: “${template}” was not tried as ${surface}`);
  });
});
