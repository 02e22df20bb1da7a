import assert from 'node:assert/strict';
import { lintFaults, typeFaults } from '../../scripts/check-output.mts';

describe('What npm run check says', () => {
  it('is a line for each fault of the types, with file, line and check', () =>
    assert.deepEqual(
      typeFaults(
        "src/a.ts(3,7): error TS2322: Type 'A' is not assignable to type 'B'.\n  Types of property 'c' are incompatible.\nsrc/b.ts(1,1): error TS1005: ';' expected.\n",
      ),
      [
        "src/a.ts:3 TS2322: Type 'A' is not assignable to type 'B'. Types of property 'c' are incompatible. (types)",
        "src/b.ts:1 TS1005: ';' expected. (types)",
      ],
    ));

  it('is a line for each fault of lint and format, with how to mend what mends itself', () => {
    const at = (path: string, line: number) => ({ path, start: { line, column: 1 } });
    const diagnostics = [
      { severity: 'error', category: 'format', message: 'File content differs', location: at('content/a.json', 0) },
      { severity: 'error', category: 'lint/style/useConst', message: 'Never changed.', location: at('src/a.ts', 4) },
    ];
    assert.deepEqual(lintFaults(JSON.stringify({ diagnostics })), [
      'content/a.json is not formatted: npm run fix does it (format)',
      'src/a.ts:4 Never changed. (style/useConst)',
    ]);
  });

  it('is not taken for nothing when a tool says something else', () =>
    assert.throws(() => lintFaults('Out of memory')));
});
