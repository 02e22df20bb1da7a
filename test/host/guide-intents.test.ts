import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIntent } from '../../src/host/guide/guide-intents';
import type { FromGuide } from '../../src/protocol/guide';

const intents: FromGuide[] = [
  { kind: 'ready' },
  { kind: 'remember', visits: { 3: { section: null, scroll: 120, query: 'cold' } } },
  { kind: 'go', place: { kind: 'home' } },
  { kind: 'go', place: { kind: 'chapter', chapter: 'work', section: null } },
  { kind: 'go', place: { kind: 'chapter', chapter: 'work', section: 'do' } },
  { kind: 'go', place: { kind: 'review' } },
  { kind: 'back' },
  { kind: 'forward' },
  { kind: 'search', query: '' },
  { kind: 'reading', chapter: 'work', section: 'do' },
  { kind: 'read', chapter: 'work', section: 'do' },
  { kind: 'mark', chapter: 'work', read: true },
  { kind: 'answer', question: 'work.first', options: ['this'] },
  { kind: 'platform', platform: 'aws-lambda' },
  { kind: 'path', path: null },
  { kind: 'path', path: 'operator' },
  { kind: 'path-from-assessment' },
  { kind: 'follow', chapter: 'work', href: 'question:state' },
  { kind: 'copy', text: 'text' },
  { kind: 'open-in-editor' },
  { kind: 'open-markdown', chapter: 'work' },
  { kind: 'export-progress' },
  { kind: 'reset-progress' },
];

describe("What the guide's page says", () => {
  it('is understood, whatever of the protocol it is', () => {
    for (const intent of intents) assert.deepEqual(parseIntent(structuredClone(intent)), intent);
  });

  it('carries nothing that does not belong to it', () => {
    for (const intent of intents) assert.deepEqual(parseIntent({ ...intent, more: 1 }), intent);
    assert.deepEqual(parseIntent({ kind: 'go', place: { kind: 'home', more: 1 } }), {
      kind: 'go',
      place: { kind: 'home' },
    });
  });

  it('is dropped when a part of it is missing or of another type', () => {
    for (const intent of intents)
      for (const name of Object.keys(intent).filter(name => !['kind', 'history'].includes(name))) {
        const { [name]: _gone, ...rest } = intent as Record<string, unknown>;
        assert.equal(parseIntent(rest), undefined, `${intent.kind} without ${name}`);
        assert.equal(parseIntent({ ...rest, [name]: 7 }), undefined, `${intent.kind} with a number as ${name}`);
      }
  });

  it('is dropped when it is anything else', () => {
    const kinds = new Set<unknown>(intents.map(({ kind }) => kind));
    fc.assert(
      fc.property(fc.anything(), message => {
        const kind = typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
        fc.pre(!kinds.has(kind));
        assert.equal(parseIntent(message), undefined);
      }),
    );
  });
});
