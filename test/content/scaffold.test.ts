import assert from 'node:assert/strict';
import { loadContent } from '../../scripts/content/load.mts';
import { checkScaffold } from '../../scripts/content/scaffold-checks.mts';
import { type Knowledge, openKnowledge } from '../../src/core/knowledge';
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
  ];
  for (const [what, extra, message] of seeded)
    it(`with ${what} are found out`, () => {
      const problems = checkScaffold({ ...catalogue, parts: [...catalogue.parts, part(extra)] }, knowledge);
      assert.match(problems.map(problem => problem.message).join('\n'), message);
    });

  it('with a choice that looks ahead are found out', () => {
    const [first, ...others] = catalogue.choices;
    assert.ok(first);
    const choices = [{ ...first, when: { answer: 'iac', is: 'sam' } }, ...others];
    const problems = checkScaffold({ ...catalogue, choices }, knowledge);
    assert.match(problems[0]?.message ?? '', /its condition compares "iac", which is no choice before it/);
  });
});
