import assert from 'node:assert/strict';
import { loadContent } from '../../src/compiler/load.mts';
import { checkScaffold } from '../../src/compiler/scaffold-checks.mts';
import { type Knowledge, openKnowledge } from '../../src/core/content/knowledge';
import type { CatalogueFile, Part } from '../../src/core/scaffold/catalogue';

describe('The choices and parts of projects', () => {
  let catalogue: CatalogueFile;
  let knowledge: Knowledge;
  before(async () => {
    const content = await loadContent();
    catalogue = content.catalogue;
    knowledge = openKnowledge(content.knowledge);
  });

  const part = (changes: Partial<Part>): Part => ({
    id: 'extra',
    title: 'Extra',
    because: 'For this test.',
    order: 99,
    files: { 'extra.txt': 'text\n' },
    slots: {},
    ...changes,
  });

  it('are sound', () => assert.deepEqual(checkScaffold(catalogue, knowledge), []));

  const seeded: [what: string, extra: Partial<Part>, message: RegExp][] = [
    [
      'a condition on a choice that is not there',
      { when: { answer: 'colour', is: 'red' } },
      /"colour", which is no choice/,
    ],
    ['a condition on an option that is not there', { when: { answer: 'iac', is: 'cdk' } }, /"cdk", which is no option/],
    ['a list compared as one', { when: { answer: 'trigger', is: 'http' } }, /in a way that its kind does not have/],
    [
      'a placeholder that nobody gives',
      { files: { 'extra.txt': '<% nobody %>\n' } },
      /no part gives the value "nobody"/,
    ],
    ['a slot of a file that nobody gives', { slots: { 'none.md': { why: 'x' } } }, /none\.md, which no part gives/],
    [
      'a slot that the file does not have',
      { slots: { 'README.md': { nowhere: 'x' } } },
      /README\.md has no slot "nowhere"/,
    ],
    ['nothing in it', { files: {} }, /adds nothing/],
    [
      'words of a decision that it does not say it needs',
      { slots: { 'README.md': { why: '<% decision-date %>\n' } } },
      /holds "decision-date" and does not say that it needs a decision/,
    ],
    [
      'a need for a decision of which it holds nothing',
      { needs: 'decision' },
      /needs a decision and holds nothing of one/,
    ],
    ['a value that a person gives', { values: { name: 'orders' } }, /"name", which a person gives/],
    [
      "a person's words in a value, which may come into any file",
      { values: { about: ['For', '<% decision-workload %>'] } },
      /"about" holds "decision-workload", which a person wrote/,
    ],
    ...[
      ['a kind of file that takes none', 'Dockerfile', 'LABEL "<% decision-workload %>"\n', /how this kind of file/],
      ['YAML, unquoted', 'extra.yaml', 'about: <% decision-workload %>\n', /between double quotes/],
      ['a comment of HCL', 'extra.tf', '# For <% decision-workload %>\n', /between double quotes/],
      ['JSON, beside quotes', 'extra.json', '{"a": <% decision-workload %>, "b": 1}\n', /between double quotes/],
      ['a shell, in double quotes', 'extra.sh', 'echo "<% decision-workload %>"\n', /between single quotes/],
      ['the code of a Markdown file', 'extra.md', 'Run `<% decision-workload %>`.\n', /only stand in running text/],
      ['a fence of a Markdown file', 'extra.md', '```\n<% decision-workload %>\n```\n', /only stand in running text/],
      ['an address of a Markdown file', 'extra.md', '[a](b/<% decision-workload %>)\n', /only stand in running text/],
      ['HTML of a Markdown file', 'extra.md', '<b title="<% decision-workload %>">\n', /only stand in running text/],
    ].map(([where, path, text, message]): [string, Partial<Part>, RegExp] => [
      `a person's words in ${where}`,
      { files: { [String(path)]: String(text) } },
      message as RegExp,
    ]),
    [
      'a report in a file that is not Markdown',
      { files: { 'extra.yaml': 'about: "<% decision-report %>"\n' } },
      /which only a Markdown file takes/,
    ],
    [
      'a report within a line',
      { slots: { 'README.md': { why: '- **Why** <% decision-report %>\n' } } },
      /on a line of its own/,
    ],
  ];
  for (const [what, extra, message] of seeded)
    it(`with ${what} are found out`, () => {
      const problems = checkScaffold({ ...catalogue, parts: [...catalogue.parts, part(extra)] }, knowledge);
      assert.match(problems.map(problem => problem.message).join('\n'), message);
    });

  it("may put a person's words where a kind of file takes them", () => {
    const files = {
      'extra.md': '# For <% decision-workload %>\n\n- On <% decision-date %>\n\n<% decision-report %>\n',
      'extra.yaml': 'about: "For <% decision-workload %>, <% decision-workload %>" # why\n',
      'extra.sh': "echo 'For <% decision-workload %>'\n",
      Dockerfile: 'LABEL project="<% name %>"\n',
    };
    assert.deepEqual(
      checkScaffold({ ...catalogue, parts: [...catalogue.parts, part({ files, needs: 'decision' })] }, knowledge),
      [],
    );
  });

  it('with a choice that looks ahead are found out', () => {
    const [first, ...others] = catalogue.choices;
    assert.ok(first);
    const choices = [{ ...first, when: { answer: 'iac', is: 'sam' } }, ...others];
    const problems = checkScaffold({ ...catalogue, choices }, knowledge);
    assert.match(problems[0]?.message ?? '', /its condition compares "iac", which is no choice before it/);
  });
});
