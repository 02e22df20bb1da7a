import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../scripts/content/checks.mts';
import { loadContent } from '../../scripts/content/load.mts';
import { nameOf, pathOf, printProblem } from '../../scripts/content/problem.mts';

const real = join(__dirname, '..', '..', 'content');

describe('A fault in the content', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'content-')));
    const parts = join(real, 'scaffold', 'parts');
    cpSync(real, folder, { recursive: true, filter: path => path !== parts });
    symlinkSync(parts, join(folder, 'scaffold', 'parts'), 'junction');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

  it('that a schema finds is said with file, line and id, and does not hide what other checks find', async () => {
    const fact = swap(
      'platforms/aws-lambda.json',
      /"id": "memory",([^}]*?)\n\s*"source": "[^"]*",/,
      '"id": "memory",$1',
    );
    const question = swap('questions/constraints.json', /"ask": "([^"]*)\?"/, '"ask": "$1."');
    assert.deepEqual(await faults(), [
      `content/platforms/aws-lambda.json:${fact - 1} fact "aws-lambda.memory" must have "source" (shape)`,
      `content/questions/constraints.json:${question - 3} network: must end with a question mark (sentences)`,
    ]);
  });

  it('that is a value is said with the line of the value, and with what it may be', async () => {
    const line = swap('platforms/aws-lambda.json', '"unit": "seconds"', '"unit": "furlongs"');
    const [first = ''] = await faults();
    assert.match(
      first,
      new RegExp(
        `^content/platforms/aws-lambda\\.json:${line} fact "aws-lambda\\.timeout" unit must be one of .*"seconds"`,
      ),
    );
  });

  it('of a rule is said with the line of the rule', async () => {
    const outcome = swap('criteria/run-time.json', '"outcome": "concern"', '"outcome": "blocker"');
    assert.match(
      (await faults()).join('\n'),
      new RegExp(`^content/criteria/run-time\\.json:${outcome - 7} rule 3: a blocker, and only a blocker`, 'm'),
    );
  });

  it('that is no JSON is said with its line, and nothing that only follows from it', async () => {
    const line = swap('forms.json', '"id":', '"id" -');
    const [only = '', ...others] = await faults();
    assert.match(only, new RegExp(`^content/forms\\.json:${line} is no JSON: .+ \\(shape\\)$`));
    assert.deepEqual(others, []);
  });

  it('of the front matter of a chapter is said with its line', async () => {
    const line = swap('guide/trade-offs.md', /^reviewed: .*$/m, 'reviewed: lately');
    assert.match(
      (await faults()).join('\n'),
      new RegExp(`^content/guide/trade-offs\\.md:${line} reviewed must match`, 'm'),
    );
  });

  it('of YAML that parts share is said, and stops nothing', async () => {
    rmSync(join(folder, 'scaffold', 'parts'));
    cpSync(join(real, 'scaffold', 'parts'), join(folder, 'scaffold', 'parts'), { recursive: true });
    const file = 'scaffold/parts/aws-lambda/sam/http-read/files/template.yaml';
    swap(file, /^/, 'a: [\n');
    assert.ok((await faults()).some(fault => fault.startsWith(`content/${file} is no YAML`)));
  });

  it('that is one question too many says how many there may be, and why', async () => {
    const file = 'questions/latency.json';
    const section = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    section.questions.push({ ...section.questions[0], id: 'one-more' });
    writeFileSync(join(folder, file), JSON.stringify(section, null, 2));
    assert.match(
      (await faults()).join('\n'),
      /^content\/questions has 36 questions: people answer at most 35 in one sitting, .* \(number of questions\)$/m,
    );
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
