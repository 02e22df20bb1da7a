import assert from 'node:assert/strict';
import fc from 'fast-check';
import { staleChapters, staleFacts } from '../../src/compiler/freshness.mts';
import { guideChecks } from '../../src/compiler/guide-checks.mts';
import { checkDiagram } from '../../src/compiler/guide-diagram-checks.mts';
import { readingMinutes } from '../../src/compiler/guide-text.mts';
import type { ContentProblem } from '../../src/compiler/problem.mts';
import { openKnowledge } from '../../src/core/content/knowledge';
import {
  type Chapter,
  type ChapterHead,
  type Guide,
  type GuideFile,
  guideChapters,
  openGuide,
  parseGuide,
  printGuide,
} from '../../src/core/guide/guide';
import type { Block } from '../../src/core/guide/text';
import { knowledge as small } from '../core/small-knowledge';
import { blocksOfMarkdown, textOf } from '../guide/text-of';
import { smallCatalogue } from '../scaffold/small-catalogue';
import { realContent } from './real-knowledge';
import { compile, guideFiles, tools } from './small-guide-files';

const knowledge = openKnowledge({ ...small, tools, topics: [] });

/** What the checks say of the small guide after a file was changed; the file is made when it is not there. */
async function problemsAfter(name: string, change: (text: string) => string): Promise<string[]> {
  const files = new Map(guideFiles);
  files.set(name, change(files.get(name) ?? ''));
  const guide = await compile(files);
  const content = {
    guide,
    knowledge,
    catalogue: smallCatalogue(),
    statements: [{ id: 'S1.1', text: 'It works.', suitability: false }],
    problems: guide.problems,
    texts: new Map(),
    isWhole: guide.isWhole,
  };
  return [...guide.problems, ...guideChecks.flatMap(check => [...check.run(knowledge, content)])].map(said);
}

function said({ file, line, message }: ContentProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}

/** A change that has to change something. */
function swap(from: string, to: string): (text: string) => string {
  return text => {
    assert.ok(text.includes(from), `"${from}" is not there`);
    return text.replace(from, to);
  };
}

async function chapter(id: string) {
  const found = (await compile(guideFiles)).guide.chapters.find(one => one.id === id);
  assert.ok(found);
  return found;
}

function sectionOf({ text }: Pick<Chapter, 'text'>, id: string): readonly Block[] {
  return text.sections.find(section => section.id === id)?.blocks ?? [];
}

describe('The checks of the guide', () => {
  it('have nothing to say about a sound one', async () => {
    assert.deepEqual(await problemsAfter('topic.md', text => text), []);
  });

  it('say one thing of a chapter that is not written, and nothing of links into it', async () => {
    const found = await problemsAfter(
      'later.md',
      () => '---\norder: 2\ntitle: Later\nsummary: Soon.\nreviewed: 2026-11-24\n---\n',
    );
    assert.deepEqual(found, ['guide/later.md: has no text yet: write its sections below the front matter']);
  });

  const inTopic: [what: string, change: (text: string) => string, message: RegExp][] = [
    ['no front matter', text => text.slice(4), /has no front matter/],
    ['front matter that its schema does not know', swap('title: Topic', 'name: Topic'), /title/],
    ['front matter that is no YAML', swap('title: Topic', 'title: [Topic'), /topic\.md/],
    ['a section without id', swap('## The matter {#own}', '## The matter'), /"The matter" has no id/],
    ['an id that is there twice', swap('### Cloud', '### Cloud {#why}'), /"why" is named twice/],
    ['an id that is taken', swap('{#own}', '{#quiz}'), /"quiz" is the id of a section that follows by itself/],
    ['a missing section', swap('{#pitfalls}', '{#traps}'), /has no section \{#pitfalls\}/],
    [
      'sections out of order',
      text =>
        text.replace('{#pitfalls}', '{#x}').replace('{#workspace}', '{#pitfalls}').replace('{#x}', '{#workspace}'),
      /sections in the order .*workspace, pitfalls/,
    ],
    ['an own section before the first', swap('## Why', '## Before {#before}\n\nBe.\n\n## Why'), /\{#why\} comes first/],
    ['no lead', swap('Afterwards you can work.\n', ''), /begins with a heading/],
    ['a heading of the first level', swap('### Cloud', '# Cloud'), /has a # heading/],
    ['another platform', swap('### Cloud', '### Sky'), /has "Sky" in \{#platforms\}: make it ### Cloud/],
    ['too few things to do', swap('- [ ] Do the fifth.\n', ''), /has 4 items/],
    ['too few pitfalls', swap('- **Three.**', '- Three.'), /has 2 pitfalls/],
    [
      'a chapter too short',
      text => text.replaceAll('You read ten words of good advice in each sentence. ', ''),
      /takes 2 minutes: say more/,
    ],
    [
      'a chapter too long',
      swap('## What to do', `${'You read ten words of good advice in each sentence.\n\n'.repeat(200)}## What to do`),
      /shorten it/,
    ],
    ['code without language', swap('```ts work.ts', '```'), /without a language/],
    ['code without file name', swap('```ts work.ts', '```ts'), /without a file name/],
    ['code that nothing checks', swap('```ts work.ts', '```yaml values.yaml'), /nothing says how yaml/],
    ['code in a language that nothing checks', swap('```ts work.ts', '```cobol work.cob'), /has code in "cobol"/],
    ['raw HTML', swap('It does it well.', 'It <b>does</b> it well.'), /"<b>", which is shown as text/],
    ['a comment', swap('It does it well.', '<!-- later -->'), /asks for no list/],
    ['a list of tools of no kind', swap('It does it well.', '<!-- tools: rockets -->'), /asks for no list/],
    [
      'a damaged encoding',
      swap('Afterwards', 'Afterwards \u00e2\u20ac\u201c'),
      /guide\/topic\.md:24: is in a damaged encoding/,
    ],
    ['a statement that is not there', swap('[S1.1]', '[S1.1, S1.2]'), /covers "S1\.2"/],
    ['a statement that nothing covers', swap('covers: [S1.1]\n', ''), /no chapter or tool covers S1\.1/],
    ['a link to no chapter', swap('(topic.md#platforms)', '(gone.md)'), /there is no chapter "gone"/],
    ['a link to no section', swap('(#own)', '(#gone)'), /topic\.md has no section "gone"/],
    ['a link to no term', swap('term:queue', 'term:gone'), /names no term/],
    ['a link to no question', swap('question:state', 'question:gone'), /names no question/],
    ['a link to no criterion', swap('criterion:state', 'criterion:gone'), /names no criterion/],
    ['a link to no choice', swap('scaffold:drink.tea)', 'scaffold:drink.gone)'), /names no choice\.option/],
    ['a link to no search', swap('- [Search](search:sleeps)', '- [Search](search:gone)'), /names no search/],
    ['something that text may not have done', swap('do:assess', 'do:quit'), /is none that the guide has/],
    ['a command of the editor', swap('do:assess', 'command:workbench.action.quit'), /is none that the guide has/],
    [
      'a web page without encryption',
      swap('https://example.com/)', 'http://example.com/)'),
      /is none that the guide has/,
    ],
    ['a link without words', swap('[read]', '[]'), /has no words/],
    [
      'a fact that is not there',
      swap('holds for {cloud.timeout}', 'holds for {cloud.gone}'),
      /topic\.md:\d+: \{cloud\.gone\} is no fact/,
    ],
    ['a fact in code', swap('holds for {cloud.timeout}', 'holds for `{cloud.timeout}`'), /stands in code/],
    [
      'a picture that is not there',
      swap('diagrams/work.svg', 'diagrams/gone.svg'),
      /diagrams\/gone\.svg is not in diagrams/,
    ],
    ['a picture within text', swap('![What', 'See ![What'), /does not stand alone/],
    [
      'a prerequisite that is no other chapter',
      swap('covers:', 'prerequisites: [topic]\ncovers:'),
      /"topic" is no other chapter/,
    ],
    [
      'a criterion that is not there',
      swap('run-time: own', 'gone: own, run-time: own'),
      /criteria: "gone" is no criterion/,
    ],
    [
      'a criterion explained nowhere',
      swap('run-time: own', 'run-time: gone'),
      /criteria, run-time: .*no section "gone"/,
    ],
    ['a criterion of the topic that is left out', swap('run-time: own, ', ''), /is the topic of run-time/],
    ['a choice that is not there', swap('{ drink.tea: own }', '{ drink.gone: own }'), /scaffold: "drink\.gone"/],
    [
      'a search that misses',
      swap('await sleep(5)', 'await nap(5)'),
      /search sleeps: does not find " {2}await nap\(5\);"/,
    ],
    [
      'a search that finds too much',
      swap('const sleeper', 'sleep(1); const sleeper'),
      /search sleeps: finds "sleep\(1\)/,
    ],
    [
      'a search that shows one line only',
      swap(", 'sleep(ms);'", ''),
      /search sleeps: shows 1 lines that it must find and 1 /,
    ],
    [
      'a search that shows no line to leave alone',
      swap("['const sleeper = 1;']", '[]'),
      /shows 2 lines that it must find and 0 /,
    ],
    ['a search that is no expression', swap("'\\bsleep\\('", "'\\bsleep('"), /no regular expression/],
    ['a search that looks around', swap("'\\bsleep", "'(?<!x)sleep"), /looks around/],
    ['a search of no files', swap("'**/*.ts'", "''"), /include is empty/],
    [
      'a search that nothing leads to',
      text => text.replaceAll('](search:sleeps)', '](#own)'),
      /no link \[Search\]\(search:sleeps\)/,
    ],
    [
      'the same page twice',
      swap('reading:\n', 'reading:\n  - { title: Again, url: "https://example.com/more", why: It. }\n'),
      /"https:\/\/example\.com\/more" is named twice/,
    ],
    ['a sentence too long', swap('It does it well.', `It ${'very '.repeat(40)}well.`), /a sentence of 42 words/],
    ['a paragraph too long', swap('It does it well.', 'It does it well. '.repeat(30)), /a paragraph of 120 words/],
    [
      'long sentences throughout',
      text =>
        text.replaceAll(
          'in each sentence. ',
          'in each and every sentence that comes your way today, this week, or later on, and then you read on. ',
        ),
      /words on average/,
    ],
    [
      'a price without source',
      swap('It does it well.', 'It costs $0.20.'),
      /has "\$0\.20\." without a source|has "\$0\.20" without a source/,
    ],
    ['a year without source', swap('It does it well.', 'It ended in March 2026.'), /has "2026" without a source/],
    ['a number in the summary', swap('what it costs', 'its 15 minutes'), /summary: a number without source/],
  ];
  for (const [what, change, message] of inTopic)
    it(`find ${what}`, async () => assert.match((await problemsAfter('topic.md', change)).join('\n'), message));

  const elsewhere: [what: string, name: string, change: (text: string) => string, message: RegExp][] = [
    [
      'too few questions',
      'topic.quiz.json',
      text => JSON.stringify({ questions: JSON.parse(text).questions.slice(1) }),
      /must NOT have fewer than 3 items/,
    ],
    ['no case', 'topic.quiz.json', swap('"case":"It sleeps for {cloud.timeout}.",', ''), /no question with a case/],
    [
      'two right options of a choice',
      'topic.quiz.json',
      swap('"text":"Option 1"', '"text":"Option 1","correct":true'),
      /one: has 2 right options/,
    ],
    [
      'no right option',
      'topic.quiz.json',
      text => swap('"choice"', '"choices"')(swap('"correct":true,', '')(text)),
      /one: has no right option/,
    ],
    [
      'a section that a question leads to in vain',
      'topic.quiz.json',
      swap('"own"', '"gone"'),
      /one: the chapter has no section "gone"/,
    ],
    ['a question asked twice', 'topic.quiz.json', swap('"two"', '"one"'), /"one" is named twice/],
    ['an option named twice', 'topic.quiz.json', swap('option-1', 'option-0'), /one: names an option twice/],
    ['an option without feedback', 'topic.quiz.json', swap('"Because."', '" "'), /needs text and feedback/],
    [
      'right options all in one place',
      'topic.quiz.json',
      text =>
        text.replaceAll(',"correct":true', '').replaceAll('"text":"Option 0"', '"text":"Option 0","correct":true'),
      /always in the same place/,
    ],
    [
      'a fact of the quiz that is not there',
      'topic.quiz.json',
      swap('{cloud.timeout}', '{cloud.gone}'),
      /one: \{cloud\.gone\} is no fact/,
    ],
    ['a quiz of no chapter', 'gone.quiz.json', () => '{"questions":[]}', /there is no chapter gone\.md/],
    ['a file that belongs to nothing', 'Notes.txt', () => 'Later.', /belongs to nothing/],
    [
      'a tool that no list holds',
      'lists.md',
      swap('<!-- tools: delivery -->', 'None.'),
      /tools\/anvil\.json: no chapter lists it: add <!-- tools: delivery -->/,
    ],
    [
      'a term without place',
      'glossary.json',
      swap('"section":"own"', '"section":"gone"'),
      /queue: topic\.md has no section "gone"/,
    ],
    ['a term explained twice', 'glossary.json', swap('"id":"alarm"', '"id":"queue"'), /"queue" is named twice/],
    [
      'a path that leads nowhere',
      'paths.json',
      swap('"chapter":"topic"', '"chapter":"gone"'),
      /reader: there is no chapter "gone"/,
    ],
    [
      'a diagram that is not shown',
      'diagrams/idle.svg',
      () => guideFiles.get('diagrams/work.svg') ?? '',
      /idle\.svg: is shown in no chapter/,
    ],
    ['a diagram with a colour', 'diagrams/work.svg', swap('rx="8"', 'fill="red"'), /work\.svg: has the attribute fill/],
  ];
  for (const [what, name, change, message] of elsewhere)
    it(`find ${what}`, async () => assert.match((await problemsAfter(name, change)).join('\n'), message));

  const drawings: [what: string, change: (svg: string) => string, message: RegExp][] = [
    ['another width', swap('0 0 320 60', '0 0 640 60'), /no viewBox/],
    ['no words', swap('<desc>A box that works.</desc>', ''), /does not begin with <title> and <desc>/],
    ['a heap of words', swap('A box that works.', 'box, work'), /full sentences/],
    ['an element that is not drawn', swap('<rect', '<image'), /has <image>/],
    ['a script', swap('<rect', '<script>go()</script><rect'), /has <script>/],
    ['a style', swap('class="label"', 'style="fill:red"'), /the attribute style/],
    ['something that happens', swap('class="label"', 'onclick="go()"'), /the attribute onclick/],
    ['a class of its own', swap('"label"', '"pretty"'), /the class "pretty"/],
    ['a reference', swap('x="160"', 'transform="url(#a)"'), /refers to something/],
    ['a comment', swap('<rect', '<!-- box --><rect'), /only elements/],
    ['a bare &', swap('&amp;', '&'), /bare &/],
    ['an element left open', swap('</text>', ''), /closes <svg> where it is not open/],
    ['a size of its own', swap('viewBox', 'width="320" viewBox'), /fixed width/],
  ];
  for (const [what, change, message] of drawings)
    it(`find ${what} in a diagram`, () =>
      assert.match([...checkDiagram(change(guideFiles.get('diagrams/work.svg') ?? ''))].join('\n'), message));

  it('find a default of one way of making functions that is quoted as if it held for all', async () => {
    const guide = await compile(guideFiles);
    const way = 'Cloud Forge';
    const platforms = small.platforms.map(platform => ({
      ...platform,
      madeWith: [way, 'Cloud Anvil'],
      facts: platform.facts.map(fact => ({ ...fact, appliesTo: `Made with ${way}` })),
    }));
    const content = {
      guide,
      catalogue: smallCatalogue(),
      statements: [],
      problems: [],
      texts: new Map(),
      isWhole: true,
    };
    const messages = guideChecks
      .flatMap(check => [
        ...check.run(openKnowledge({ ...small, platforms, tools, topics: [] }), { ...content, knowledge: small }),
      ])
      .map(said)
      .filter(message => message.includes(way));
    assert.match(
      messages.join('\n'),
      /guide\/topic\.md:\d+: \{cloud\.timeout\} holds for what is made with the Cloud Forge only/,
    );
    assert.match(messages.join('\n'), /guide\/topic\.quiz\.json: one: \{cloud\.timeout\}/);
  });

  it('are content with the real guide', async () => {
    const { content, knowledge: real } = await realContent();
    const problems = [...content.problems, ...guideChecks.flatMap(check => [...check.run(real, content)])];
    assert.deepEqual(problems.map(said), []);
  });
});

describe('The compiled guide', () => {
  it('holds numbered chapters first, with their sections, quiz and reading last, and the id of each question', async () => {
    const { chapters } = (await compile(guideFiles)).guide;
    assert.deepEqual(
      chapters.map(({ id, number }) => [id, number]),
      [
        ['topic', 1],
        ['lists', null],
      ],
    );
    const topic = await chapter('topic');
    assert.deepEqual(
      topic.sections.map(({ id }) => id),
      ['why', 'do', 'own', 'platforms', 'pitfalls', 'workspace', 'quiz', 'reading'],
    );
    assert.equal(topic.sections[0]?.title, 'Why it matters');
    assert.deepEqual(topic.questions, ['one', 'two', 'three']);
  });

  it('holds each diagram where it is shown, as what is drawn', async () => {
    const own = sectionOf(await chapter('topic'), 'own');
    assert.deepEqual(
      own.find(({ kind }) => kind === 'diagram'),
      {
        kind: 'diagram',
        path: 'diagrams/work.svg',
        caption: 'What it shows',
        drawing: {
          title: 'Work',
          description: 'A box that works.',
          svg: {
            name: 'svg',
            attributes: { viewBox: '0 0 320 60' },
            children: [
              {
                name: 'rect',
                attributes: { class: 'box accent', x: '20', y: '10', width: '280', height: '40', rx: '8' },
                children: [],
              },
              {
                name: 'text',
                attributes: { class: 'label', x: '160', y: '35', 'text-anchor': 'middle' },
                children: ['Work & rest'],
              },
            ],
          },
        },
      },
    );
  });

  it('comes out of its file as it went in, whatever its texts are', async () => {
    const { guide } = await compile(guideFiles);
    assert.deepEqual(plain(parseGuide(printGuide(guide))), plain(openGuide(guide)));
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), texts => {
        const file: GuideFile = {
          ...guide,
          chapters: guide.chapters.map((one, index) => ({
            ...one,
            text: { lead: [{ kind: 'paragraph', children: [texts[index] ?? ''] }], sections: [] },
          })),
        };
        const text = printGuide(file);
        assert.match(text, /^[\0-\x7f]*$/);
        assert.deepEqual(plain(parseGuide(text)), plain(openGuide(file)));
      }),
    );
  });

  it('is read a chapter at a time: heads need no body', async () => {
    const [first = ''] = printGuide((await compile(guideFiles)).guide).split('\n');
    const guide = parseGuide(first);
    const head: ChapterHead | undefined = guideChapters(guide)[0];
    assert.equal(head?.title, 'Topic');
    assert.throws(() => guide.wholeChapter('topic'), SyntaxError);
  });

  it('of the repository is lossless too', async () => {
    const { guide } = (await realContent()).content.guide;
    assert.deepEqual(plain(parseGuide(printGuide(guide))), plain(openGuide(guide)));
  });
});

/** All that the guide holds, as it is in a file. */
function plain(guide: Guide): unknown {
  const whole = guide.chapters.map(({ id }) => guide.wholeChapter(id));
  return JSON.parse(JSON.stringify([guide.chapters, whole, guide.terms, guide.paths]));
}

describe('Reading time', () => {
  const words = (count: number): string => 'word '.repeat(count).trim();
  const platforms = ['Cloud', 'Sky'].map(title => ({ id: title.toLowerCase(), title }));
  const minutesOf = (markdown: string, questions = 0): number =>
    readingMinutes(textOf(markdown, { platforms }), questions);

  it('is a minute for 200 words, headings and tables among them', () => {
    assert.equal(minutesOf(words(1000)), 5);
    assert.equal(
      minutesOf(`## ${words(200)} {#a}\n\n| ${words(200)} |\n| --- |\n| ${words(200)} |\n\n- [ ] ${words(200)}\n`),
      4,
    );
  });

  it('is three seconds for a line of code, empty ones aside, and half a minute for a question', () => {
    assert.equal(minutesOf(`\`\`\`ts a.ts\n${'a();\n\n'.repeat(40)}\`\`\`\n`), 2);
    assert.equal(minutesOf('', 6), 3);
  });

  it('counts of platforms shown as tabs the longest, and all of what is no platform', () => {
    const text = `## Tabs {#a}\n\n### Cloud\n\n${words(600)}\n\n### Sky\n\n${words(200)}\n\n### Other\n\n${words(400)}\n`;
    assert.equal(minutesOf(text), 5);
  });

  it('counts each group of tabs', () => {
    const group = `### Cloud\n\n${words(400)}\n\n### Sky\n\n${words(600)}\n`;
    assert.equal(minutesOf(`## A {#a}\n\n${group}\n## B {#b}\n\n${group}`), 6);
  });

  it('is at least a minute, and a generated list, which is looked up, adds nothing', async () => {
    assert.equal(minutesOf(''), 1);
    assert.equal((await chapter('lists')).minutes, 1);
  });
});

describe('Generated lists', () => {
  /** The lists of a section of the small guide, each in its blocks. */
  async function lists(section: string): Promise<(readonly Block[])[]> {
    return sectionOf(await chapter('lists'), section).flatMap(block => (block.kind === 'made' ? [block.blocks] : []));
  }

  it('describe a tool under the first of its kinds that is listed, and name it under others', async () => {
    const described = (id: string, title: string) =>
      blocksOfMarkdown(
        `### ${title} {#${id}}\n\nWhat ${title} is for.\n\n- **Licence:** MIT\n- **Strengths:** Strong.\n- **Limits:** Weak.\n- **Instead:** Another.\n- **Home:** [Maker](https://example.com/tool), read on 2026-11-01, the owner's own pages`,
      );
    assert.deepEqual(await lists('tools'), [
      [...described('anvil', 'Anvil'), ...blocksOfMarkdown('Described elsewhere in this chapter: Hammer.')],
      described('hammer', 'Hammer'),
    ]);
  });

  it('quote every limit of a platform, so that its source becomes a footnote', async () => {
    const [made = []] = await lists('limits');
    assert.deepEqual(made[0], blocksOfMarkdown('### Cloud')[0]);
    assert.deepEqual(made[1]?.kind === 'table' && [made[1].head, made[1].rows[0]], [
      [['What'], ['Value']],
      [['Longest run'], [{ kind: 'fact', id: 'cloud.timeout' }]],
    ]);
  });

  it('give the terms in the order of the alphabet, with where they are dealt with', async () => {
    assert.deepEqual(await lists('words'), [
      blocksOfMarkdown(
        '### Alarm {#alarm}\n\nIt rings. More in [Topic](topic.md).\n\n### Queue {#queue}\n\nMessages that wait. Also: line. More in [Topic](topic.md#own).',
      ),
    ]);
  });

  it('gather what to do, with links that lead back into the chapter and no searches', async () => {
    const [made = []] = await lists('items');
    assert.deepEqual(
      made.slice(0, 2),
      blocksOfMarkdown('### Topic {#topic-items}\n\nWhy and how: [Topic](topic.md#do)'),
    );
    const items = made[2]?.kind === 'list' ? made[2].items : [];
    assert.equal(items.length, 5);
    assert.deepEqual(
      [{ kind: 'list', start: null, items: items.slice(0, 2) }],
      blocksOfMarkdown(
        '- [ ] Do the first, as [below](topic.md#own) and for [{cloud.timeout}](topic.md#platforms).\n- [ ] Look for the second.',
      ),
    );
  });

  it('gather further reading', async () => {
    assert.deepEqual(await lists('pages'), [
      blocksOfMarkdown('### Topic {#topic-reading}\n\n- [More](https://example.com/more): It says more.'),
    ]);
  });
});

describe('Freshness', () => {
  it('names what was read more than so many months ago, the oldest first', async () => {
    assert.deepEqual(staleFacts(knowledge, '2026-11-24', 12), []);
    assert.deepEqual(
      staleFacts(knowledge, '2027-11-02', 12).map(({ id }) => id),
      ['cloud.timeout', 'hammer', 'anvil'],
    );
    assert.deepEqual(staleFacts(knowledge, '2027-11-01', 12), []);
    const { guide } = await compile(guideFiles);
    assert.deepEqual(
      staleChapters(guide, '2027-11-25', 12).map(({ id }) => id),
      ['topic.md', 'lists.md'],
    );
  });

  it('takes the last day of a shorter month', async () => {
    const { guide } = await compile(guideFiles);
    const reviewed = ['2026-02-28', '2026-02-27'];
    const chapters = guide.chapters.map((one, index) => ({ ...one, reviewed: reviewed[index] ?? '' }));
    assert.deepEqual(
      staleChapters({ ...guide, chapters }, '2026-03-31', 1).map(({ id }) => id),
      ['lists.md'],
    );
  });
});
