import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';

/** Ways to let time pass. A number of milliseconds is too long on one machine and too short on a busy one. */
const pauses =
  /\b(waitForTimeout|setTimeout|setInterval|setImmediate|sleep|requestAnimationFrame|requestIdleCallback)\b|\bAtomics\s*\.\s*wait|timers\/promises|slowMo|networkidle/;
/** Where looking again and again is written, once. */
const exception = 'until.ts';

describe('The tests in VS Code', () => {
  it('wait for what they see, and never for a while', () => {
    const folder = path.join(root, 'test', 'vscode');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
    assert.ok(files.includes(exception) && files.length > 20, 'the tests are looked through');
    const found = files
      .filter(file => file !== exception)
      .flatMap(file =>
        readFileSync(path.join(folder, file), 'utf8')
          .split('\n')
          .flatMap((line, index) => (pauses.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
      );
    assert.deepEqual(found, []);
  });
});
