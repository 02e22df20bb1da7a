/** What pages send and keep: messages, histories, progress. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestHistory, placeAt, readHistory } from '../../src/core/guide/history';
import { parseLink } from '../../src/core/guide/links';
import { readProgress } from '../../src/core/guide/progress';
import { parseIntent as parseReportIntent } from '../../src/host/assessment/report-intents';
import { parseIntent as parseGuideIntent } from '../../src/host/guide/guide-intents';
import { guide } from '../../test/guide/small-guide';
import type { Fuzz } from '../fuzz.mts';
import { hostileText } from './hostile.mts';

const kinds = [
  'ready',
  'answer',
  'weigh',
  'continue',
  'scaffold',
  'explain',
  'read',
  'read-path',
  'open-evidence',
  'open-text',
];
const guideKinds = ['ready', 'go', 'back', 'search', 'reading', 'mark', 'answer', 'platform', 'path', 'follow', 'copy'];
const names = [
  'question',
  'answer',
  'criterion',
  'weight',
  'subject',
  'id',
  'file',
  'line',
  'offset',
  'chapter',
  'section',
];

export async function pageFuzz(): Promise<Fuzz[]> {
  const value = fc.oneof(
    hostileText,
    fc.integer(),
    fc.constantFrom(null, true, 'question', 'home'),
    fc.anything({ maxDepth: 2 }),
  );
  const message = (from: readonly string[]): fc.Arbitrary<unknown> =>
    fc
      .tuple(
        fc.constantFrom(...from),
        fc.dictionary(fc.constantFrom(...names, 'place', 'options', 'history'), value, { maxKeys: 6 }),
      )
      .map(([kind, rest]) => ({ ...rest, kind }));
  const visit = fc.oneof(fc.integer(), fc.constant({ toString: 1 }), value);
  const place = fc.oneof(
    fc.constantFrom({ kind: 'home' }, { kind: 'review' }),
    fc.record({ kind: fc.constant('chapter'), chapter: value, section: value }),
    value,
  );
  const history = fc.record({
    entries: fc.oneof(fc.array(fc.oneof(fc.record({ visit, place }), value), { maxLength: 120 }), value),
    at: value,
  });
  const attempt = fc.record(
    { options: value, right: value, day: fc.oneof(fc.constant('2026-11-27'), value), due: value, step: value },
    { requiredKeys: [] },
  );
  const entries = fc.dictionary(
    fc.oneof(fc.constantFrom('one', 'one.first', '__proto__'), hostileText),
    fc.oneof(attempt, fc.array(value, { maxLength: 3 }), value),
    { maxKeys: 4 },
  );
  const progress = fc.record(
    {
      version: value,
      sections: entries,
      answers: entries,
      place: fc.oneof(fc.record({ chapter: value, section: value }), value),
      platform: value,
      path: value,
    },
    { requiredKeys: [] },
  );
  return [
    {
      name: 'messages from the report',
      runs: { small: 2000, large: 100_000 },
      property: fc.property(message(kinds), sent => {
        const intent = parseReportIntent(sent);
        if (intent) assert.ok(kinds.includes(intent.kind));
      }),
    },
    {
      name: 'messages from the guide',
      runs: { small: 2000, large: 100_000 },
      property: fc.property(message(guideKinds), sent => {
        const intent = parseGuideIntent(sent);
        if (intent) assert.ok(guideKinds.includes(intent.kind));
      }),
    },
    {
      name: 'histories that a page kept',
      runs: { small: 1000, large: 50_000 },
      property: fc.property(fc.oneof(history, fc.anything()), kept => {
        const read = readHistory(kept, guide);
        if (!read) return;
        assert.ok(read.entries.length <= longestHistory && read.at >= 0 && read.at < read.entries.length);
        assert.ok(placeAt(read));
      }),
    },
    {
      name: 'progress that was saved',
      runs: { small: 1000, large: 50_000 },
      property: fc.property(fc.oneof(progress, fc.anything()), saved => {
        const read = readProgress(saved);
        assert.deepEqual(readProgress(JSON.parse(JSON.stringify(read))), read);
      }),
    },
    {
      name: 'links of the guide',
      runs: { small: 2000, large: 100_000 },
      property: fc.property(
        fc.oneof(
          hostileText,
          fc.webUrl(),
          fc
            .tuple(
              fc.constantFrom('command:', 'do:', 'https://', 'javascript:', 'term:', 'scaffold:', '#'),
              hostileText,
            )
            .map(parts => parts.join('')),
        ),
        href => {
          const link = parseLink(href, 'one');
          if (link?.kind === 'web') {
            assert.match(link.url, /^https:\/\//i);
            // What is no address leads nowhere; what is one has no user's name to mislead with.
            const { protocol, username } = URL.canParse(link.url)
              ? new URL(link.url)
              : { protocol: 'https:', username: '' };
            assert.deepEqual([protocol, username], ['https:', '']);
          }
          if (link?.kind === 'action') assert.equal(href, `do:${link.action}`);
        },
      ),
    },
  ];
}
