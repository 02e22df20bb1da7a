import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { shippedFiles } from '../../scripts/vscode/extension.mjs';

const root = join(__dirname, '..', '..');
const read = (file: string) => parse(readFileSync(join(root, file), 'utf8'));

interface Task {
  readonly label: string;
  readonly type: string;
  readonly script?: string;
  readonly problemMatcher: { readonly pattern?: readonly [{ readonly regexp: string }] };
}

describe('What an editor is told', () => {
  const tasks: Task[] = read('.vscode/tasks.json').tasks;
  const launch = read('.vscode/launch.json');

  it('starts scripts that are there, after tasks that are there', () => {
    const { scripts } = read('package.json');
    for (const { type, script = '' } of tasks) if (type === 'npm') assert.ok(script in scripts, script);
    const labels = tasks.map(({ label }) => label);
    for (const { preLaunchTask } of launch.configurations)
      assert.ok(preLaunchTask === undefined || labels.includes(preLaunchTask), preLaunchTask);
    const names = launch.configurations.map(({ name }: { name: string }) => name);
    for (const name of launch.compounds[0].configurations) assert.ok(names.includes(name), name);
  });

  it('finds the place in a fault as npm run check prints it', () => {
    const pattern = tasks.find(({ label }) => label === 'check')?.problemMatcher.pattern?.[0].regexp ?? '';
    const [, file, line] =
      new RegExp(pattern).exec('content/tools/sam.json:18 note "sam.x" must have "source" (shape)') ?? [];
    assert.deepEqual([file, line], ['content/tools/sam.json', '18']);
  });

  it('about layout is what Biome is told', () => {
    const { indentStyle, indentWidth, lineWidth } = read('biome.json').formatter;
    const [all = ''] = /^\[\*\]\n(?:[^[]*)/m.exec(readFileSync(join(root, '.editorconfig'), 'utf8')) ?? [];
    for (const line of [
      `indent_style = ${indentStyle}`,
      `indent_size = ${indentWidth}`,
      `max_line_length = ${lineWidth}`,
    ])
      assert.ok(all.includes(`${line}\n`), line);
    assert.equal(read('.vscode/settings.json')['editor.rulers'][0], lineWidth);
  });

  it('is not shipped', () =>
    assert.deepEqual(
      shippedFiles().filter(file => file.startsWith('.')),
      [],
    ));
});
