import assert from 'node:assert/strict';
import type { ChapterState } from '../../src/core/guide/guide-state';
import { settle } from './clock';
import { type GuidePage, openGuidePage } from './guide-page';
import { chapterState } from './guide-sample';
import { click, focus, press, sketch, the, within } from './open-page';

describe('The text of a chapter', () => {
  let page: GuidePage;
  beforeEach(async () => {
    page = await openGuidePage();
  });
  afterEach(() => page.close());

  const show = (markdown: string, changed: Partial<ChapterState> = {}, diagrams: Record<string, string> = {}) =>
    page.show(chapterState(markdown, changed, {}, diagrams));
  const named = (...names: string[]) => within(page.root).filter(({ localName }) => names.includes(localName));
  const text = () => page.all('text')[0]?.textContent ?? '';
  const attribute = (element: Element | undefined | null, name: string) => element?.getAttribute(name);

  it('is text where it looks like markup, whatever it looks like', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror="alert(1)">',
      '<svg onload="alert(1)"><path d="M0 0"/></svg>',
      '<!-- a comment -->',
      '<a href="https://example.com" onclick="alert(1)">go</a>',
      '<iframe src="https://example.com"></iframe>',
      '<style>body { display: none }</style>',
    ];
    await show(`## Why {#why}\n\n${hostile.join('\n\n')}\n\nAnd within ${hostile.join(' ')}.`);
    for (const piece of hostile) assert.equal(text().split(piece).length, 3, piece);
    assert.deepEqual(named('script', 'img', 'iframe', 'style', 'object', 'embed', 'form').map(sketch), []);
    const handlers = within(page.root)
      .flatMap(element => [...element.attributes])
      .filter(({ name }) => /^on/.test(name));
    assert.deepEqual(
      handlers.map(({ name }) => name),
      [],
    );
    assert.deepEqual([...page.root.querySelectorAll('[style]')].map(sketch), []);
  });

  it('shows a link that leads nowhere we know as its words', async () => {
    const links = [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:msgbox(1)',
      'file:///etc/passwd',
      'http://example.com',
      '//example.com',
      'command:workbench.action.terminal.sendSequence',
      'command:serverlessAdvisor.assess',
      'do:assess?%5B1%5D',
      'vscode:extension/x',
      '../secrets.md',
    ];
    await show(links.map((href, index) => `[words ${index}](<${href}>)`).join('\n\n'));
    for (const index of links.keys()) assert.ok(text().includes(`words ${index}`));
    assert.deepEqual(
      page
        .all('text')
        .flatMap(part => [...part.querySelectorAll('a')])
        .map(link => attribute(link, 'href')),
      ['#/security'],
      'only the way to the next chapter is a link',
    );
    assert.deepEqual(page.all('action').map(sketch), []);
  });

  it('shows an autolink or a reference to a script as text too', async () => {
    await show('<javascript:alert(1)>\n\n[words][1]\n\n[1]: javascript:alert(2)');
    assert.match(text(), /javascript:alert\(1\)/);
    assert.deepEqual(
      named('a')
        .filter(link => /script/.test(String(attribute(link, 'href'))))
        .map(sketch),
      [],
    );
  });

  it('shows a picture that is none of the chapter as its words, also one that brings a script', async () => {
    const diagrams = {
      'diagrams/a.svg':
        '<svg viewBox="0 0 320 10" onload="alert(1)"><title>Way</title><desc>It goes.</desc><script>alert(1)</script><rect class="box" x="1" onclick="alert(2)" style="fill:red"/><image href="https://x"/><foreignObject><p>x</p></foreignObject><text x="1">A &amp; B</text></svg>',
    };
    await show('![Somewhere else](https://example.com/x.png) in a line\n\n![The way](diagrams/a.svg)', {}, diagrams);
    assert.match(text(), /Somewhere else in a line/);
    assert.deepEqual(named('img', 'image', 'script', 'foreignObject').map(sketch), []);
    const drawing = within(page.root).find(
      element => attribute(element, 'role') === 'img' && element.localName === 'div',
    );
    assert.equal(attribute(drawing, 'aria-label'), 'Way');
    assert.match(text(), /It goes\..*The way/);
    const rect = named('rect').find(element => attribute(element, 'class') === 'box');
    assert.deepEqual(rect?.getAttributeNames().sort(), ['class', 'x']);
    assert.equal(named('text')[0]?.textContent, 'A & B');
  });

  it('quotes a fact with a footnote, and the same fact by the same number', async () => {
    await show(
      '## Why {#why}\n\nAt most {aws-lambda.memory}, {aws-lambda.timeout}, and again {aws-lambda.memory}; {no.such}. `{aws-lambda.timeout}`',
    );
    const marks = page.all('mark');
    assert.deepEqual(
      marks.map(mark => mark.textContent),
      ['1', '2', '1'],
    );
    assert.equal(marks[0]?.getAttribute('aria-label'), 'Source 1');
    assert.match(text(), /At most 10 GB,1.*15 minutes,2.*10 GB;1.*\{no\.such\}\. \{aws-lambda\.timeout\}/s);
    const sources = page.all('sources')[0];
    assert.match(
      sources?.textContent ?? '',
      /AWS Lambda, Longest run: 10 GB .*Read on Nov 23, 2026 in the provider's own pages: example\.com\/limits/,
    );
    assert.equal(sources?.childNodes.length, 2);
    const backLinks = page.all('back-link').map(link => link.textContent);
    assert.deepEqual(backLinks, ['↑1 Back to the text', '↑2 Back to the text', '↑ Back to the text']);
  });

  it('has the punctuation behind a link once', async () => {
    await show('See [there](security.md), [a run](term:cold-start): [searching](search:logs)… and [more](security.md)');
    assert.match(text(), /See there, a run: searching… and more/);
  });

  it('shows where a number comes from at its mark', async () => {
    await show('At most {aws-lambda.timeout}.');
    const mark = page.all('mark')[0];
    focus(mark);
    await settle();
    const panel = page.all('panel')[0];
    assert.equal(panel?.getAttribute('role'), 'tooltip');
    assert.match(
      panel?.textContent ?? '',
      /Longest runPer invocation\.Read on Nov 23, 2026 in the provider's own pages/,
    );
    assert.equal(page.all('mark')[0]?.getAttribute('aria-describedby'), panel?.querySelector('[id]')?.id);
  });

  it('explains a term on focus, and leads to its place when pressed', async () => {
    await show('A [slow first run](term:cold-start) and an [unknown one](term:nothing).');
    const [term, ...others] = page.all('term');
    assert.equal(term?.textContent, 'slow first run');
    assert.deepEqual(others.map(sketch), []);
    focus(term);
    await settle();
    assert.match(
      page.all('panel')[0]?.textContent ?? '',
      /cold startThe time that a first run takes longer\.Read more/,
    );
    click(term);
    await settle();
    assert.equal(page.all('panel')[0]?.getAttribute('role'), 'dialog');
    click(the(page.root, 'button', 'Read more'));
    assert.deepEqual(page.sent.at(-1), { kind: 'go', place: { kind: 'chapter', chapter: 'events', section: 'do' } });
    click(term);
    await settle();
    assert.deepEqual(page.all('panel').map(sketch), []);
  });

  it('makes tabs of headings of platforms, and one choice for all of them', async () => {
    const group = '### AWS Lambda\n\nLambda text.\n\n#### Deeper\n\n### Azure Functions\n\nAzure text.\n\n';
    const markdown = `## Why {#why}\n\n${group}### Afterwards\n\nAfter text.\n\n## What to do {#do}\n\n${group}`;
    await show(markdown);
    const tabs = () => within(page.root).filter(element => attribute(element, 'role') === 'tab');
    const shown = () =>
      within(page.root).filter(element => attribute(element, 'role') === 'tabpanel' && !element.hasAttribute('hidden'));
    assert.deepEqual(
      tabs().map(tab => tab.textContent),
      ['AWS Lambda', 'Azure Functions', 'AWS Lambda', 'Azure Functions'],
    );
    assert.equal(the(page.root, 'h3', 'Afterwards').localName, 'h3');
    click(tabs()[1]);
    await settle();
    assert.deepEqual(page.sent.at(-1), { kind: 'platform', platform: 'azure-functions' });
    // A choice is shown when it is written down, which is when it comes back.
    await page.show(chapterState(markdown, {}, { platform: 'azure-functions' }));
    assert.deepEqual(
      tabs().map(tab => tab.getAttribute('aria-selected')),
      ['false', 'true', 'false', 'true'],
    );
    assert.deepEqual(
      shown().map(panel => panel.textContent),
      ['Azure text.', 'Azure text.'],
    );
    const list = within(page.root).find(element => attribute(element, 'role') === 'tablist');
    press(list, 'ArrowLeft');
    await settle();
    assert.deepEqual(page.sent.at(-1), { kind: 'platform', platform: 'aws-lambda' });
  });

  it('leaves one heading of a platform, and others, as headings', async () => {
    await show('## Why {#why}\n\n### AWS Lambda\n\nOne.\n\n### Others\n\nTwo.');
    assert.equal(
      within(page.root).some(element => attribute(element, 'role') === 'tab'),
      false,
    );
    assert.deepEqual(
      named('h3').map(heading => heading.textContent),
      ['AWS Lambda', 'Others'],
    );
  });

  it('has headings by their ids, without the marker', async () => {
    await show('First.\n\n## Why *it* matters {#why}\n\nText.\n\n### More {#more}\n\nText.');
    const [why] = named('h2');
    assert.equal(why?.textContent, 'Why it matters');
    assert.equal(attribute(why, 'id'), 'why');
    assert.equal(attribute(named('h3')[0], 'id'), 'more');
  });

  it('draws tasks as a checklist and says which are done', async () => {
    await show('- [ ] Give each function a role.\n- [x] Turn on logs.\n\n* plain');
    const [list] = page.all('checklist');
    assert.equal(list?.childNodes.length, 2);
    assert.deepEqual(
      page.all('task').map(task => task.textContent),
      ['To do: Give each function a role.', 'Done: Turn on logs.'],
    );
  });

  it('draws notes, tips and warnings, and leaves other quotations alone', async () => {
    await show('> [!NOTE]\n> Mind this.\n\n> [!WARNING]\n>\n> Not **that**.\n\n> [!OTHER]\n> As it is.');
    assert.deepEqual(
      page.all('alert').map(alert => alert.textContent),
      ['NoteMind this.', 'WarningNot that.'],
    );
    assert.equal(named('blockquote')[0]?.textContent, '[!OTHER] As it is.');
  });

  it('shows code in its colours with its file, and copies it whole', async () => {
    const code = 'const a: string = "<b>"; // {aws-lambda.timeout}';
    await show(
      `\`\`\`ts handler.ts\n${code}\n\`\`\`\n\n\`\`\`tf main.tf\nresource "x" "y" {\n  name = "z"\n}\n\`\`\`\n\n\`\`\`nonsense\nabc\n\`\`\``,
    );
    assert.equal(page.all('lines')[0]?.textContent, code);
    assert.deepEqual(
      page.all('code-keyword').map(piece => piece.textContent),
      ['const', 'string', 'resource'],
    );
    assert.equal(page.all('file')[0]?.textContent, 'handler.ts');
    click(page.root.querySelector('[aria-label="Copy handler.ts"]'));
    await settle();
    assert.deepEqual(page.sent, [{ kind: 'copy', text: code }]);
    assert.match(
      within(page.root)
        .filter(element => attribute(element, 'role') === 'status')
        .map(({ textContent }) => textContent)
        .join(''),
      /Copied/,
    );
  });

  it('has tables with heads, in a part that scrolls and has a name', async () => {
    await show('| Limit | Value |\n| --- | ---: |\n| Run | {aws-lambda.timeout} |');
    const region = page.all('table')[0];
    assert.equal(attribute(region, 'aria-label'), 'Table: Limit, Value');
    assert.equal(attribute(region, 'tabindex'), '0');
    assert.deepEqual(
      named('th').map(head => head.getAttribute('scope')),
      ['col', 'col'],
    );
    assert.equal(page.all('end').length, 2);
  });

  it('says below the searches of a chapter that finding nothing proves nothing, and nothing where there are none', async () => {
    const logs = { id: 'logs', title: 'Logs', query: 'x', include: '**', look: 'Look.', hits: ['x'], misses: [] };
    const markdown = '## Why {#why}\n\nSo.\n\n## Check it {#workspace}\n\n- [Search](search:logs)';
    await show(markdown, { searches: [logs] });
    assert.equal(text().split('Finding nothing proves nothing.').length, 2);
    assert.ok(text().indexOf('Finding nothing') > text().indexOf('Check it'));
    await show(markdown);
    assert.doesNotMatch(text(), /Finding nothing/);
  });

  it('goes to places, and hands what can be done to the extension as it was written', async () => {
    await show(
      '[there](security.md#secrets) [here](#do) [q](question:idempotency) [p](scaffold:monitoring.xray) [s](search:logs) [a](do:assess) [w](https://example.com/a)',
      {
        searches: [
          { id: 'logs', title: 'Logs for ever', query: 'x', include: '**', look: 'Look.', hits: ['x'], misses: [] },
        ],
      },
    );
    click(the(page.root, 'a', 'there'));
    click(the(page.root, 'a', 'here'));
    for (const name of ['q', 'p', 's: Logs for ever', 'a']) click(the(page.root, 'button', name));
    const follow = (href: string) => ({ kind: 'follow', chapter: 'events', href });
    assert.deepEqual(page.sent, [
      { kind: 'go', place: { kind: 'chapter', chapter: 'security', section: 'secrets' } },
      { kind: 'go', place: { kind: 'chapter', chapter: 'events', section: 'do' } },
      follow('question:idempotency'),
      follow('scaffold:monitoring.xray'),
      follow('search:logs'),
      follow('do:assess'),
    ]);
    assert.equal(attribute(the(page.root, 'a', 'w'), 'href'), 'https://example.com/a');
  });
});
