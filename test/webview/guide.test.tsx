import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import type { GuideState } from '../../src/core/guide/guide-state';
import type { PathState } from '../../src/core/guide/path-state';
import type { SearchHit } from '../../src/core/guide/search';
import { readMessage } from '../../src/webview/guide/message';
import { settle } from './clock';
import { type GuidePage, openGuidePage } from './guide-page';
import { chapterState, home, question, quizOf, stateOf } from './guide-sample';
import { hostPages } from './host-words';
import { assertSame, click, focus, press, the, type, within } from './open-page';

const atHome = { kind: 'home' } as const;

describe('The page of the guide', () => {
  let page: GuidePage;
  beforeEach(async () => {
    page = await openGuidePage();
  });
  afterEach(() => page.close());

  const input = (): HTMLElement => {
    const field = page.root.querySelector<HTMLElement>('[role=combobox]');
    assert.ok(field);
    return field;
  };
  const texts = (className: string) => page.all(className).map(element => element.textContent);

  describe('at home', () => {
    it('begins with the first chapter, and lists all with how much of each was read', async () => {
      await page.show(stateOf(atHome));
      assert.deepEqual(texts('card'), [' Start readingBasics']);
      assert.deepEqual(texts('chapter-row'), ['1Basics5 minutes', '2Cost8 minutes', 'Glossary1 minute']);
      const rings = page.all('ring').map(ring => ring?.getAttribute('aria-label'));
      assert.deepEqual(rings, ['4 of 4 sections read', '1 of 4 sections read']);
      assert.match(texts('standing')[0] ?? '', /You have read 5 of 8 sections and have 3 of 6 questions right\./);
      assert.equal(within(page.root).filter(({ localName }) => localName === 'h1').length, 1);
    });

    it('goes on where the reader was, and to the questions that are due', async () => {
      const continueAt = { chapter: 'cost', section: 'do', title: 'Cost', sectionTitle: 'What to do' };
      await page.show(stateOf(atHome, { home: { ...home, continueAt, due: 2 } }));
      const [card, due] = page.all('card');
      assert.equal(card?.textContent, ' Continue readingCostWhat to do');
      assert.match(due?.textContent ?? '', /2 questions to look at again/);
      click(card);
      click(due);
      assert.deepEqual(page.sent, [
        { kind: 'go', place: { kind: 'chapter', chapter: 'cost', section: 'do' } },
        { kind: 'go', place: { kind: 'review' } },
      ]);
    });

    const pressed = () => [...page.root.querySelectorAll('[aria-pressed=true]')].map(button => button.textContent);
    const step = {
      chapter: 'cost',
      section: null,
      title: 'Cost',
      sectionTitle: null,
      why: 'You pay.',
      minutes: 8,
      read: true,
    };

    it('lets one choose a path and shows its steps with their reasons', async () => {
      const path: PathState = {
        kind: 'role',
        id: 'developer',
        title: 'Developer',
        summary: 'You write.',
        steps: [step],
      };
      await page.show(stateOf(atHome, { home: { ...home, path } }));
      assert.deepEqual(texts('step'), ['CostYou pay.8 minutes, read']);
      assert.deepEqual(pressed(), ['Developer']);
      for (const name of ['All chapters', 'Developer', 'From an assessment…']) click(the(page.root, 'button', name));
      assert.deepEqual(page.sent, [
        { kind: 'path', path: null },
        { kind: 'path', path: 'developer' },
        { kind: 'path-from-assessment' },
      ]);
    });

    it('names the workload that a path was made for, as it is', async () => {
      const path: PathState = { kind: 'workload', workload: '$& {1} <b>', steps: [step] };
      await page.show(stateOf(atHome, { home: { ...home, path } }));
      const [title] = [...page.root.querySelectorAll('h2')];
      assert.equal(title?.textContent, 'What to read for $& {1} <b>');
      assert.equal(
        page.root.querySelector('.path > p')?.textContent,
        'Made from the findings and open questions of the assessment of $& {1} <b>.',
      );
      assert.deepEqual(pressed(), ['From an assessment…']);
    });

    it('leaves exporting and resetting to the extension, which asks', async () => {
      await page.show(stateOf(atHome));
      click(the(page.root, 'button', 'Export…'));
      click(the(page.root, 'button', 'Reset…'));
      assert.deepEqual(page.sent, [{ kind: 'export-progress' }, { kind: 'reset-progress' }]);
    });
  });

  describe('searching', () => {
    const hits: SearchHit[] = [
      {
        id: '1',
        kind: 'term',
        title: 'cold start',
        where: 'Performance',
        excerpt: [
          { text: 'A ', match: false },
          { text: 'cold', match: true },
        ],
        target: { kind: 'chapter', chapter: 'cost', section: 'do' },
      },
      {
        id: '2',
        kind: 'question',
        title: '<b>Cold</b>',
        where: '',
        excerpt: [],
        target: { kind: 'link', href: 'question:cold' },
      },
    ];
    const found = stateOf(atHome, { search: { query: 'cold', hits } });

    it('finds as one types, marks what matches, and goes by keyboard', async () => {
      await page.show(stateOf(atHome));
      const field = input();
      type(field, 'cold');
      await settle();
      await settle();
      assert.deepEqual(page.sent, [{ kind: 'search', query: 'cold' }]);
      await page.show(found);
      const options = within(page.root).filter(element => element?.getAttribute('role') === 'option');
      assert.deepEqual(
        options.map(({ textContent }) => textContent),
        ['Term: Performancecold startA cold', 'Question<b>Cold</b>'],
      );
      const marked = within(page.root)
        .filter(({ localName }) => localName === 'mark')
        .map(({ textContent }) => textContent);
      assert.deepEqual(marked, ['cold', 'cold', 'Cold']);
      assert.equal(field.getAttribute('aria-activedescendant'), options[0]?.getAttribute('id'));
      press(field, 'ArrowDown');
      await settle();
      assert.equal(field.getAttribute('aria-activedescendant'), options[1]?.getAttribute('id'));
      press(field, 'Enter');
      assert.deepEqual(page.sent.at(-1), { kind: 'follow', chapter: '', href: 'question:cold' });
      click(options[0]);
      assert.deepEqual(page.sent.at(-1), { kind: 'go', place: { kind: 'chapter', chapter: 'cost', section: 'do' } });
    });

    it('says when nothing was found, and what to try', async () => {
      await page.show(stateOf(atHome));
      type(input(), 'zzz');
      await page.show(stateOf(atHome, { search: { query: 'zzz', hits: [] } }));
      assert.match(texts('nothing')[0] ?? '', /^Nothing found for “zzz”\.Try fewer words/);
    });

    it('is emptied by Escape', async () => {
      await page.show(found);
      const field = input();
      type(field, 'cold');
      await settle();
      press(field, 'Escape');
      await settle();
      assert.deepEqual(page.sent.at(-1), { kind: 'search', query: '' });
    });
  });

  describe('in a chapter', () => {
    it('says what it is, how long it takes, and what helps to have read but was not', async () => {
      await page.show(chapterState('Text.'));
      const head = texts('chapter-head')[0] ?? '';
      assert.equal(head, 'Chapter 3Events9 minutesreviewed Nov 24, 2026Helps to have read: Cost');
      assert.match(texts('contents')[0] ?? '', /In this chapter1 of 2 sections read/);
      assert.deepEqual(texts('card'), ['Next Security']);
    });

    it('keeps its elements when a new state comes, so that focus and what is open stay', async () => {
      await page.show(chapterState('A [term](term:cold-start).'));
      const [term] = page.all('term');
      focus(term);
      await settle();
      const [panel] = page.all('panel');
      await page.show(chapterState('A [term](term:cold-start).', { sectionsRead: ['why', 'do'] }));
      assert.ok(term && panel);
      assertSame(page.all('term')[0], term);
      assertSame(page.all('panel')[0], panel);
    });

    it('has a menu for what is rarely wanted, and a way to the editor only in the side bar', async () => {
      await page.show(chapterState('Text.'));
      const button = (label: string) => within(page.root).find(element => element.getAttribute('aria-label') === label);
      click(button('Open in Editor'));
      click(button('More Actions'));
      await settle();
      click(the(page.root, 'button', 'Mark as Read'));
      assert.deepEqual(page.sent, [{ kind: 'open-in-editor' }, { kind: 'mark', chapter: 'events', read: true }]);
      await page.show(chapterState('Text.', {}, { surface: 'editor' }));
      assert.ok(!button('Open in Editor'));
    });

    it('tells how a place looked that is left, before anything has been heard of scrolling', async () => {
      await page.show(chapterState('Text.'));
      window.scrollTo({ top: 70 });
      const place = { kind: 'home' } as const;
      const entries = [...chapterState('').history.entries, { visit: 2, place }];
      await page.show(stateOf(place, { history: { entries, at: 1 } }));
      assert.equal(page.visits()?.[1]?.scroll, 70);
    });

    it('begins as it last looked, and tells how it looks when that has changed', async () => {
      const visits = { 1: { section: null, scroll: 40, query: 'cold' }, 7: { section: null, scroll: 3, query: '' } };
      await page.show(chapterState('Text.', {}, { visits }));
      assert.equal(page.visits(), undefined);
      assert.deepEqual(page.sent, [{ kind: 'search', query: 'cold' }]);
      type(input(), 'colder');
      await settle();
      assert.deepEqual(page.visits(), { 1: { section: null, scroll: 40, query: 'colder' } });
    });
  });

  describe('asking', () => {
    const option = (value: number) => page.all('option')[value]?.querySelector('input');
    const choose = async (index: number) => {
      click(option(index));
      await settle();
    };

    it('wants an answer before it checks', async () => {
      await page.show(chapterState('Text.', { quiz: [quizOf()] }));
      click(the(page.root, 'button', 'Check'));
      await settle();
      assert.deepEqual(texts('hint'), ['Choose an answer first.']);
      assert.deepEqual(page.sent, []);
    });

    it('takes one answer where one is right, and several where several are', async () => {
      const chosen = async (kind: 'choice' | 'choices') => {
        const quiz = quizOf();
        await page.show(chapterState('Text.', { quiz: [{ ...quiz, question: { ...quiz.question, kind } }] }));
        await choose(0);
        await choose(1);
        click(the(page.root, 'button', 'Check'));
        await settle();
        return page.sent.at(-1);
      };
      assert.deepEqual(await chosen('choice'), { kind: 'answer', question: 'events.twice', options: ['key'] });
      await page.show(stateOf(atHome));
      assert.deepEqual(await chosen('choices'), { kind: 'answer', question: 'events.twice', options: ['fifo', 'key'] });
    });

    it('says of every option what it would mean, by words and not only by colour', async () => {
      const quiz = quizOf();
      await page.show(chapterState('Text.', { quiz: [quiz] }));
      await choose(0);
      click(the(page.root, 'button', 'Check'));
      await settle();
      assert.deepEqual(page.sent, [{ kind: 'answer', question: 'events.twice', options: ['fifo'] }]);
      assert.deepEqual(texts('feedback'), [], 'nothing is shown that is not written down');
      const answer = { options: ['fifo'], correct: false };
      await page.show(chapterState('Text.', { quiz: [{ ...quiz, answer, due: '2026-11-25' }] }));
      assert.deepEqual(texts('feedback'), [
        'Not right. It only narrows the window.',
        'Would have been right. The second one finds it.',
      ]);
      assert.match(texts('wrong')[0] ?? '', /comes back on Nov 25, 2026/);
      assert.match(texts('quiz-result')[0] ?? '', /^0 of 1 right so far/);
      click(the(page.root, 'button', 'Try Again'));
      await settle();
      assert.deepEqual(texts('feedback'), []);
      await choose(1);
      click(the(page.root, 'button', 'Check'));
      await page.show(chapterState('Text.', { quiz: [{ ...quiz, answer, due: '2026-11-25' }] }));
      assert.deepEqual(texts('feedback'), [], 'the answer before is not the one that was given');
      const better = { options: ['key'], correct: true };
      await page.show(chapterState('Text.', { quiz: [{ ...quiz, answer: better, due: '2026-11-25' }] }));
      assert.deepEqual(texts('right'), ['Yes, that is it.']);
    });

    it('says so when it is right, and forgets an answer that was reset', async () => {
      const answered = quizOf({ answer: { options: ['key'], correct: true } });
      await page.show(chapterState('Text.', { quiz: [answered] }));
      assert.deepEqual(texts('feedback'), [
        'Rightly left out. It only narrows the window.',
        'Right. The second one finds it.',
      ]);
      assert.deepEqual(texts('right'), ['Yes, that is it.']);
      await page.show(chapterState('Text.', { quiz: [quizOf()] }));
      await settle();
      assert.deepEqual(texts('feedback'), []);
    });

    it('numbers what a question quotes among the sources', async () => {
      await page.show(chapterState('At most {aws-lambda.memory}.', { quiz: [quizOf()] }));
      assert.match(texts('case')[0] ?? '', /^A queue delivers twice within 15 minutes\.2/);
      assert.equal(page.all('sources')[0]?.childNodes.length, 2);
    });

    it('leads from a question of a review to places of the chapter that it is from', async () => {
      const ask = [{ kind: 'link', href: '#do', children: ['What now?'] }] as const;
      const questions = [quizOf({ question: { ...question, case: [], ask } })];
      await page.show(stateOf({ kind: 'review' }, { review: { questions, citations: {}, nextDue: null } }));
      click(the(page.root, 'a', 'What now?'));
      assert.deepEqual(page.sent.at(-1), { kind: 'go', place: { kind: 'chapter', chapter: 'events', section: 'do' } });
    });

    it('asks again what went wrong, with the chapter that it is from', async () => {
      const review = { questions: [quizOf()], citations: {}, nextDue: null };
      await page.show(stateOf({ kind: 'review' }, { review }));
      assert.match(texts('question')[0] ?? '', /Question 1 of 1\. From “Events”.*What do you change\?/s);
      await page.show(stateOf({ kind: 'review' }, { review: { ...review, questions: [], nextDue: '2026-11-27' } }));
      assert.match(page.root.textContent, /Nothing to look at again\..*The next one comes back on Nov 27, 2026\./s);
    });
  });
});

describe('A message to the page of the guide', () => {
  it('is understood only as a whole', async () => {
    const state = chapterState('Text.', { quiz: [quizOf({ question })] });
    const message = { kind: 'show', state };
    assert.equal(readMessage(message), message);
    const broken: Partial<Record<keyof GuideState, unknown>>[] = [
      { surface: 'window' },
      { history: { entries: [{}], at: 0 } },
      { place: { kind: 'chapter', chapter: 7 } },
      { home: null },
      { chapter: { ...state.chapter, text: 'Text.' } },
      { chapter: { ...state.chapter, text: { lead: [], sections: ['Why'] } } },
      { search: { query: 'x' } },
    ];
    for (const part of broken) assert.equal(readMessage({ ...message, state: { ...state, ...part } }), undefined);
    for (const other of [undefined, null, 7, 'show', {}, { kind: 'show' }, { ...message, kind: 'x' }])
      assert.equal(readMessage(other), undefined);
  });
});

describe('The words of the guide', () => {
  it('are all there, and each of them is used', async () => {
    const words = (await hostPages()).guideWords();
    let sources = '';
    for await (const file of glob('src/webview/guide/*.{ts,tsx}')) sources += await readFile(file, 'utf8');
    for (const [name, word] of Object.entries(words)) {
      const all: unknown[] = typeof word === 'string' ? [word] : Object.values(word);
      assert.ok(all.length > 0 && all.every(text => typeof text === 'string' && text !== ''), name);
      assert.ok(sources.includes(`words.${name}`), `${name} is used`);
    }
  });
});
