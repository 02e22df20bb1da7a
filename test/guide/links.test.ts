import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actions, parseLink } from '../../src/core/guide/links';

function place(chapter: string, section: string | null) {
  return { kind: 'place', place: { kind: 'chapter', chapter, section } };
}

describe('A link of the guide', () => {
  it('leads to a chapter, a section of it, or a section of the same chapter', () => {
    assert.deepEqual(parseLink('state.md', 'cost'), place('state', null));
    assert.deepEqual(parseLink('state.md#saga', 'cost'), place('state', 'saga'));
    assert.deepEqual(parseLink('#saga', 'cost'), place('cost', 'saga'));
  });

  it('names a term, a question, a criterion, a search, a choice of a project or a page of the web', () => {
    assert.deepEqual(parseLink('term:cold-start', 'cost'), { kind: 'term', term: 'cold-start' });
    assert.deepEqual(parseLink('question:memory', 'cost'), { kind: 'question', id: 'memory' });
    assert.deepEqual(parseLink('criterion:memory', 'cost'), { kind: 'criterion', id: 'memory' });
    assert.deepEqual(parseLink('search:no-key', 'cost'), { kind: 'search', search: 'no-key' });
    assert.deepEqual(parseLink('scaffold:iac.sam', 'cost'), { kind: 'scaffold', choice: 'iac', option: 'sam' });
    assert.deepEqual(parseLink('https://example.com/a?b#c', 'cost'), { kind: 'web', url: 'https://example.com/a?b#c' });
  });

  it('has something done that only asks or shows', () => {
    assert.deepEqual(actions, ['assess', 'scaffold', 'open-guide', 'search-guide', 'review-quiz']);
    for (const action of actions) assert.deepEqual(parseLink(`do:${action}`, 'cost'), { kind: 'action', action });
  });

  for (const href of [
    '',
    '#',
    '.md',
    '../state.md',
    '/state.md',
    'state.md?x',
    'diagrams/a.svg',
    'term:',
    'term:a.b',
    'question:a.b',
    'criterion:a.b',
    'search:a.b',
    'scaffold:iac',
    'scaffold:iac.',
    'http://example.com/',
    'https://user@example.com/',
    'https:///etc',
    'https://example.com/ x',
    'javascript:alert(1)',
    'vscode://extension/x',
    'file:///etc/passwd',
    'command:workbench.action.terminal.new',
    'command:serverlessAdvisor.assess',
    'do:',
    'do:assess?[]',
    'do:assess.now',
    'do:reset-progress',
    'do:write-plan',
    'DO:assess',
  ])
    it(`is none when it says "${href}"`, () => assert.equal(parseLink(href, 'cost'), undefined));

  it('has nothing done that text may not have done', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom(...actions), fc.constant('write-plan'));
    const href = fc.tuple(fc.constantFrom('', 'do:', ' do:', 'command:'), name, fc.oneof(fc.constant(''), fc.string()));
    fc.assert(
      fc.property(href, parts => {
        const text = parts.join('');
        const link = parseLink(text, 'cost');
        if (link?.kind === 'action') assert.ok(actions.some(allowed => text === `do:${allowed}`));
        if (link?.kind === 'web') assert.equal(new URL(link.url).protocol, 'https:');
      }),
    );
  });

  it('to the web is only what is a secure address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string().map(rest => `https://${rest}`),
        ),
        text => {
          const link = parseLink(text, 'cost');
          if (link?.kind !== 'web') return;
          const url = new URL(link.url);
          assert.deepEqual([url.protocol, url.username], ['https:', '']);
        },
      ),
    );
  });
});
