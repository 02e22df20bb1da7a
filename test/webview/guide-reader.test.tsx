import assert from 'node:assert/strict';
import { settle } from './clock';
import { type GuidePage, openGuidePage } from './guide-page';
import { chapterState, home, platforms, quizOf, stateOf } from './guide-sample';
import { assertFocus, click, fire, focus, press, scrollTo, sketch, the, type } from './open-page';

const markdown = '## Why it matters {#why}\n\nSo.\n\n## What to do {#do}\n\nThat.\n\n### Deeper {#deeper}\n\nMore.';

describe('The reader of the guide', () => {
  let page: GuidePage;
  beforeEach(async () => {
    page = await openGuidePage();
  });
  afterEach(() => page.close());

  const byId = (id: string) => document.getElementById(id);
  const button = (label: string) => page.root.querySelector<HTMLElement>(`[aria-label="${label}"]`);

  describe('scrolling', () => {
    const current = () => page.root.querySelector('.contents [aria-current]')?.textContent;
    beforeEach(async () => {
      page.resize({ width: 1000 });
      await page.show(chapterState(markdown));
      page.lay(byId('why'), { top: 300 });
      page.lay(byId('do'), { top: 1000 });
      page.lay(byId('deeper'), { top: 1200 });
    });

    it('is in the last section that begins in the upper quarter of the window, which is 800 pixels high', () => {
      scrollTo(99);
      assert.equal(current(), undefined);
      scrollTo(100);
      assert.match(current() ?? '', /^Why it matters/);
      scrollTo(799);
      assert.match(current() ?? '', /^Why it matters/);
      scrollTo(800);
      assert.match(current() ?? '', /^What to do/);
      scrollTo(1500);
      assert.match(current() ?? '', /^What to do/);
      scrollTo(0);
      assert.equal(current(), undefined);
    });

    it('reads where they have stayed for half a second, and is told of once', async () => {
      const told = () => page.sent.filter(({ kind }) => kind === 'reading');
      scrollTo(200);
      await settle(400);
      scrollTo(900);
      await settle(480);
      assert.deepEqual(told(), []);
      scrollTo(910);
      await settle(32);
      assert.deepEqual(told(), [{ kind: 'reading', chapter: 'events', section: 'do' }]);
      scrollTo(920);
      await settle(1000);
      assert.equal(told().length, 1);
    });

    it('is where they were when they come back, and at the top of what is new', async () => {
      scrollTo(1100);
      await settle();
      const entries = chapterState(markdown).history.entries;
      const elsewhere = { visit: 2, place: { kind: 'home' } } as const;
      await page.show(stateOf(elsewhere.place, { history: { entries: [...entries, elsewhere], at: 1 } }));
      assert.equal(window.scrollY, 0);
      assert.deepEqual(page.visits()?.[1], { section: 'do', scroll: 100, query: '' });
      await page.show(chapterState(markdown, {}, { history: { entries: [...entries, elsewhere], at: 0 } }));
      // Nothing has a place in the new elements, so that the section begins at the top.
      assert.equal(window.scrollY, 100);
    });

    it('stays at what they read when the page becomes narrower', async () => {
      focus(byId('do'));
      scrollTo(700);
      await settle();
      page.lay(byId('do'), { top: 1400 });
      page.resize({ width: 950 });
      assert.equal(window.scrollY, 1100);
      page.resize({ height: 700 });
      assert.equal(window.scrollY, 1100);
    });
  });

  it('has read a section whose end was before them for a while, and tells it once', async () => {
    await page.show(chapterState(markdown));
    const end = (id: string) => page.root.querySelector(`[data-end-of=${id}]`);
    const told = () => page.sent.filter(({ kind }) => kind === 'read');
    page.see(end('do'), true);
    await settle(1488);
    page.see(end('do'), false);
    await settle(1000);
    assert.deepEqual(told(), []);
    for (const id of ['do', 'why', 'do']) page.see(end(id), true);
    await settle(1520);
    assert.deepEqual(told(), [{ kind: 'read', chapter: 'events', section: 'do' }], 'the other was read before');
    page.see(end('do'), true);
    await settle(1520);
    assert.equal(told().length, 1);
  });

  it('has the sections beside the text where there is room, and else folded above it', async () => {
    await page.show(chapterState(markdown));
    const isFolded = () => page.root.querySelector('.contents details') !== null;
    assert.ok(isFolded());
    page.resize({ width: 900 });
    assert.ok(!isFolded());
    page.resize({ width: 899 });
    assert.ok(isFolded());
  });

  describe('by keyboard', () => {
    it('is taken to the heading of what they go to, and leaves the focus alone when the page opens', async () => {
      await page.show(stateOf({ kind: 'home' }));
      assertFocus(document.body);
      const place = { kind: 'chapter', chapter: 'events', section: 'do' } as const;
      const history = { entries: [{ visit: 2, place }], at: 0 };
      await page.show(chapterState(markdown, {}, { place, history }));
      assertFocus(byId('do'));
      click(the(page.root, 'a', 'Skip to the text'));
      assertFocus(page.root.querySelector('h1'));
    });

    it('goes through a menu with the arrows, out with Escape, and is back at its button', async () => {
      await page.show(chapterState(markdown));
      const more = button('More Actions');
      click(more);
      const items = [...page.root.querySelectorAll('[role=menuitem]')];
      assertFocus(items[0]);
      for (const [key, at] of [
        ['ArrowDown', 1],
        ['ArrowDown', 0],
        ['ArrowUp', 1],
        ['Home', 0],
        ['End', 1],
      ] as const) {
        assert.equal(press(document.activeElement, key), false, key);
        assertFocus(items[at]);
      }
      assert.equal(press(document.activeElement, 'x'), true);
      press(document.activeElement, 'Escape');
      assert.deepEqual(page.all('menu-list').map(sketch), []);
      assertFocus(more);
      click(more);
      click(page.root.querySelector('main'));
      assert.deepEqual(page.all('menu-list').map(sketch), [], 'a press elsewhere closes it');
    });

    it('reads an explanation at its word, goes into it when it is pressed, and back with Escape', async () => {
      await page.show(chapterState('A [slow run](term:cold-start) and a [way](#do).'));
      const [word] = page.all('term');
      focus(word);
      const tooltip = page.root.querySelector('[role=tooltip]');
      assert.equal(word?.getAttribute('aria-describedby'), tooltip?.querySelector('[id]')?.id);
      focus(the(page.root, 'a', 'way'));
      assert.deepEqual(page.all('panel').map(sketch), []);
      click(word);
      assertFocus(page.root.querySelector('[role=dialog]'));
      press(document.activeElement, 'Escape');
      assert.deepEqual(page.all('panel').map(sketch), []);
      assertFocus(word);
    });

    it('goes from tab to tab with the arrows, round their ends', async () => {
      const group = platforms.map(({ title }) => `### ${title}\n\nText of ${title}.`).join('\n\n');
      await page.show(chapterState(`## Why {#why}\n\n${group}`));
      const tabs = [...page.root.querySelectorAll<HTMLElement>('[role=tab]')];
      focus(tabs[0]);
      press(tabs[0], 'ArrowLeft');
      assertFocus(tabs.at(-1));
      press(document.activeElement, 'ArrowRight');
      assertFocus(tabs[0]);
      press(document.activeElement, 'End');
      assertFocus(tabs.at(-1));
      press(document.activeElement, 'Home');
      assertFocus(tabs[0]);
      press(tabs[0], 'ArrowRight', { altKey: true });
      assertFocus(tabs[0]);
    });

    it('searches with "/", but not where something is typed, and goes back and forward with Alt and an arrow', async () => {
      await page.show(chapterState(markdown, {}, { canGoBack: true, canGoForward: true }));
      assert.equal(press(document.body, '/', { ctrlKey: true }), true);
      assert.ok(!page.root.querySelector('[role=combobox]'));
      assert.equal(press(document.body, '/'), false);
      await settle();
      const field = page.root.querySelector('[role=combobox]');
      assertFocus(field);
      assert.equal(press(field, '/'), true, 'it is typed');
      press(field, 'Escape');
      assert.ok(!page.root.querySelector('[role=combobox]'));
      assertFocus(button('Search'));
      page.sent.length = 0;
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp']) press(document.body, key, { altKey: true });
      assert.deepEqual(page.sent, [{ kind: 'back' }, { kind: 'forward' }]);
    });

    it('has no results in the way once they are elsewhere, and has them again in the field', async () => {
      await page.show(stateOf({ kind: 'home' }, { search: { query: 'x', hits: [] }, home }));
      const field = page.root.querySelector('[role=combobox]');
      const isHidden = () => page.root.querySelector('.results')?.hasAttribute('hidden');
      focus(field);
      type(field, 'x');
      assert.equal(isHidden(), false);
      fire(page.root.querySelector('main') ?? page.root, 'pointerdown');
      assert.equal(isHidden(), true);
      focus(button('Start of the Guide'));
      focus(field);
      assert.equal(isHidden(), false);
      focus(button('Start of the Guide'));
      assert.equal(isHidden(), true);
    });

    it('jumps to the source of a number, and back to where it is quoted', async () => {
      await page.show(chapterState('At most {aws-lambda.memory}, again {aws-lambda.memory}.', { quiz: [quizOf()] }));
      const marks = page.all('mark');
      click(marks[1]);
      click(page.root.querySelector('[role=dialog] button'));
      assert.ok(document.activeElement?.closest('.sources'));
      const [, second] = page.all('back-link');
      click(second);
      assertFocus(page.all('mark')[1]);
    });
  });
});
