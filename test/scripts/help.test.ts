import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** What `parseArgs` of a script takes. */
function optionsOf(script: string): string[] {
  const text = readFileSync(join(root, script), 'utf8');
  const [, declared = ''] = /parseArgs\(\{.*?options: \{(.*?)\}\s*,?\s*\}\)/s.exec(text) ?? [];
  return [...declared.matchAll(/'?([a-z][a-z-]*)'?: \{ type:/g)].map(([, name = '']) => name);
}

describe('A script of package.json', () => {
  it('is found to take options', () => assert.ok(optionsOf('scripts/start.mjs').includes('no-open')));

  let clone: string;
  before(() => {
    // As it is before anything has been installed or built.
    clone = realpathSync(mkdtempSync(join(tmpdir(), 'fresh clone ')));
    cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true });
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  for (const [name, command] of Object.entries(scripts))
    it(`says what it does and what it can be told when it is asked: ${name}`, () => {
      const [program, ...words] = command.split(' ');
      assert.equal(program, 'node');
      const help = execFileSync(process.execPath, [...words, '--help'], { cwd: clone, encoding: 'utf8' });
      const [first = '', second = '', ...rest] = help.split('\n');
      assert.match(first, new RegExp(`^npm (?:run )?(?:--silent )?${name}(?: |$)`));
      assert.equal(second, '');
      assert.match(rest.join('\n'), /^[A-Z].*\.$/ms);
      for (const option of optionsOf(words.at(-1) ?? '')) {
        assert.ok(
          first.includes(`--${option}`) && new RegExp(`^  --${option} `, 'm').test(help),
          `--${option}\n${help}`,
        );
      }
      assert.deepEqual(readdirSync(clone), ['scripts']);
    });
});
