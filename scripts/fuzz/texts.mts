/** Pieces of text: quantities, names, searches, what is shown of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameFor } from '../../src/core/assessment/assessment';
import type { Unit } from '../../src/core/content/types';
import { makeSearch } from '../../src/core/guide/search';
import { escapeMarkdown } from '../../src/core/language/markdown';
import { parseQuantity } from '../../src/core/language/quantity';
import { visible, visibleLine } from '../../src/core/language/visible';
import { checkName, suggestName } from '../../src/core/scaffold/name';
import { realContent } from '../../test/content/real-knowledge';
import { guide } from '../../test/guide/small-guide';
import type { Fuzz } from '../fuzz.mts';
import { hostileText } from './hostile.mts';

export async function textFuzz(): Promise<Fuzz[]> {
  const { knowledge } = await realContent();
  const find = makeSearch(guide, knowledge);
  const units: Unit[] = ['seconds', 'milliseconds', 'megabytes', 'count', 'percent', 'per-month', 'usd'];
  const typed = fc
    .array(
      fc.oneof(fc.constantFrom('1', '000', ',', '.', ' ', '$', 'm', 'GB', 'k', 'per', '\u202f', '-'), hostileText),
      { maxLength: 8 },
    )
    .map(parts => parts.join(''));
  const long = fc
    .tuple(hostileText, fc.nat(3000))
    .map(([text, times]) => text.repeat(text === '' ? 0 : Math.ceil(times / text.length)));
  return [
    {
      name: 'quantities as people type them',
      runs: { small: 2000, large: 100_000 },
      property: fc.property(fc.oneof(typed, long), fc.constantFrom(...units), (text, unit) => {
        const value = parseQuantity(text, unit);
        assert.ok(value === undefined || (Number.isFinite(value) && value >= 0));
      }),
    },
    {
      name: 'names',
      runs: { small: 2000, large: 50_000 },
      property: fc.property(fc.oneof(hostileText, long), text => {
        assert.match(fileNameFor(text), /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u);
        const name = suggestName(text);
        if (name !== undefined && !/--|-$/.test(name)) assert.equal(checkName(name), undefined);
      }),
    },
    {
      name: 'what is shown of a text',
      runs: { small: 2000, large: 50_000 },
      property: fc.property(fc.oneof(hostileText, long), text => {
        assert.equal(visible(visible(text)), visible(text));
        // A sign that is named takes eight for one.
        assert.ok(visibleLine(text, 100).length <= 100 * 8 + 1);
        assert.doesNotMatch(escapeMarkdown(visibleLine(text)), /(?<!\\)(?:\\\\)*[<[]/);
      }),
    },
    {
      name: 'words that are searched for',
      runs: { small: 200, large: 6000 },
      property: fc.property(fc.oneof(hostileText, long), text => assert.ok(find(text).length <= 20)),
    },
  ];
}
