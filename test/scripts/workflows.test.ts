import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map(name => {
  const text = read(`${folder}/${name}`);
  const parsed: { permissions?: unknown; jobs: Record<string, Job> } = parse(text);
  return { name, text, permissions: parsed.permissions, jobs: Object.values(parsed.jobs) };
});

/** Actions with the commit and version that they are pinned to, as they stand in a text. */
function pinsIn(text: string): { action: string; pin: string }[] {
  return [...text.matchAll(/([\w.-]+\/[\w./-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)(?![\w.-])/g)].map(
    ([, action = '', pin = '']) => ({ action, pin }),
  );
}

describe('The workflows of this repository', () => {
  it('pin every action by a commit, with the version that it is in a comment', () => {
    for (const { name, text } of workflows) {
      const uses = text.split('\n').filter(line => /\buses:/.test(line));
      assert.ok(uses.length > 0, name);
      for (const line of uses) assert.equal(pinsIn(line).length, 1, `${name}: ${line.trim()}`);
    }
  });

  it('pin what generated projects pin, by the same commit, and each action by one', () => {
    const generated = pinsIn(read('content/scaffold/parts/pipeline/github-actions/part.json'));
    assert.ok(generated.length >= 6);
    const pins = new Map(generated.map(({ action, pin }) => [action, pin]));
    for (const { name, text } of workflows)
      for (const { action, pin } of pinsIn(text)) {
        assert.equal(pin, pins.get(action) ?? pin, `${name}: ${action}`);
        pins.set(action, pin);
      }
  });

  it('may read and nothing else, keep no credentials in the checkout, and end', () => {
    for (const { name, permissions, jobs } of workflows) {
      assert.deepEqual(permissions, {}, name);
      for (const job of jobs) {
        assert.deepEqual(job.permissions, { contents: 'read' }, name);
        assert.ok(job['timeout-minutes'], name);
        for (const step of job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
          assert.equal(step.with?.['persist-credentials'], false, name);
      }
    }
  });
});

describe('Dependabot', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; directory?: string; directories?: string[] }[];
  };
  const watched = (ecosystem: string): string[] =>
    updates
      .filter(update => update['package-ecosystem'] === ecosystem)
      .flatMap(({ directory, directories }) => directories ?? [directory ?? ''])
      .sort();
  /** The folders of what we wrote that have a file of this name; what is generated has a Dependabot of its own. */
  const foldersWith = (file: RegExp): string[] => {
    const found = readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(entry => entry.isFile() && file.test(entry.name))
      .map(entry => entry.parentPath.slice(root.length).replaceAll('\\', '/'));
    return [...new Set(found)].sort();
  };

  it('watches every list of packages, and the actions', () => {
    assert.deepEqual(watched('npm'), ['/', ...foldersWith(/^package\.json$/)].sort());
    assert.deepEqual(watched('pip'), foldersWith(/\.txt$/));
    assert.deepEqual(watched('github-actions'), ['/']);
    for (const path of [...watched('npm'), ...watched('pip')]) assert.ok(existsSync(join(root, path)), path);
  });
});
