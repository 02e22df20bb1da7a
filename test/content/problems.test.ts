import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../src/compiler/checks.mts';
import { loadContent } from '../../src/compiler/load.mts';
import { nameOf, pathOf, printProblem } from '../../src/compiler/problem.mts';

const real = join(__dirname, '..', '..', 'content');

describe('A fault in the content', () => {
  let folder: string;
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'content-')));
  });
  beforeEach(() => cpSync(real, folder, { recursive: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Changes a file, and gives the line on which it does. */
  const swap = (file: string, from: string | RegExp, to: string): number => {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(from, to);
    assert.notEqual(changed, text, `${from} is not there`);
    writeFileSync(join(folder, file), changed);
    const place = typeof from === 'string' ? text.indexOf(from) : text.search(from);
    return text.slice(0, place).split('\n').length;
  };
  const faults = async (): Promise<string[]> => checkContent(await loadContent(folder)).map(printProblem);

  it('is said with file, line, id and check, and one that a schema finds does not hide the others', async () => {
    const fact = swap(
      'platforms/aws-lambda.json',
      /"id": "memory",([^}]*?)\n\s*"source": "[^"]*",/,
      '"id": "memory",$1',
    );
    const rumour = swap('platforms/azure-functions.json', '"confidence": "provider"', '"confidence": "rumour"');
    const question = swap('questions/constraints.json', /"ask": "([^"]*)\?"/, '"ask": "$1."');
    const outcome = swap('criteria/run-time.json', '"outcome": "concern"', '"outcome": "blocker"');
    const found = await faults();
    assert.equal(
      found[0],
      `content/platforms/aws-lambda.json:${fact - 1} fact "aws-lambda.memory" must have "source" (shape)`,
    );
    assert.match(
      found[1] ?? '',
      new RegExp(
        `^content/platforms/azure-functions\\.json:${rumour} fact "azure-functions\\.[a-z-]+" confidence must be one of .*"provider"`,
      ),
    );
    assert.deepEqual(found.slice(2), [
      `content/criteria/run-time.json:${outcome - 7} rule 3: a blocker, and only a blocker, has a wayRound (ways round)`,
      `content/questions/constraints.json:${question - 3} network: must end with a question mark (sentences)`,
    ]);
  });

  it('of a condition names the forms that it comes nearest to, and not all that it is not', async () => {
    const unknown = swap('criteria/availability.json', '"above": {', '"abov": {');
    const twice = swap('criteria/run-time.json', /"above": (?=\{)/, '"below": 3, "above": ');
    const found = (await faults()).filter(fault => fault.endsWith(' (shape)'));
    assert.deepEqual(found, [
      `content/criteria/availability.json:${unknown - 2} criterion "availability" rule 3 when must have "is", "in", "includes", "only", "above", "atLeast", "below" or "atMost" (shape)`,
      `content/criteria/availability.json:${unknown - 2} criterion "availability" rule 3 when must not have "abov" (shape)`,
      `content/criteria/run-time.json:${twice - 2} criterion "run-time" rule 4 when must have only one of "below" and "above" (shape)`,
    ]);
  });

  it('that keeps a file from being read is said with its line, and nothing that only follows from it', async () => {
    const form = swap('forms.json', '"id":', '"id" -');
    const reviewed = swap('guide/trade-offs.md', /^reviewed: .*$/m, 'reviewed: lately');
    const template = 'scaffold/parts/aws-lambda/sam/http-read/files/template.yaml';
    swap(template, /^/, 'a: [\n');
    const [json = '', yaml = '', chapter = '', ...others] = await faults();
    assert.match(json, new RegExp(`^content/forms\\.json:${form} is no JSON: .+ \\(shape\\)$`));
    assert.ok(yaml.startsWith(`content/${template} is no YAML`), yaml);
    assert.match(chapter, new RegExp(`^content/guide/trade-offs\\.md:${reviewed} reviewed must match`));
    assert.deepEqual(others, []);
  });
});

describe('The name of a value in the content', () => {
  const platform = { id: 'cloud', facts: [{ id: 'memory', source: 1 }], madeWith: ['Forge'] };
  for (const [pointer, name] of [
    ['', 'platform "cloud"'],
    ['/facts/0', 'fact "cloud.memory"'],
    ['/facts/0/source', 'fact "cloud.memory" source'],
    ['/facts/7', 'platform "cloud" fact 8'],
    ['/madeWith/0', 'platform "cloud" madeWith 1'],
  ] as const)
    it(`is "${name}" for ${pointer || 'the whole'}`, () =>
      assert.equal(nameOf(platform, pathOf(pointer), 'platform'), name));
});
