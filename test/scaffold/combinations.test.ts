import assert from 'node:assert/strict';
import { parse as parseHcl } from '@cdktn/hcl2json';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { atomsOf, coveringSet, randomChoices, randomNumbers } from '../../scripts/scaffold/combinations.mts';
import { loadCatalogue } from '../../scripts/scaffold/request.mts';
import type { Catalogue } from '../../src/core/scaffold/catalogue';
import { type Choices, completeChoices } from '../../src/core/scaffold/choices';
import { temporaryPrefix } from '../../src/core/scaffold/journal';
import { manifestPath } from '../../src/core/scaffold/manifest';
import { longestName } from '../../src/core/scaffold/name';
import { isInside } from '../../src/core/scaffold/path';
import { type PlannedFile, plan } from '../../src/core/scaffold/plan';
import { hasPlaceholder } from '../../src/core/scaffold/template';
import { triesAll } from '../amount';

/** As long as a name may be, so that what is made from it is as long as it gets. */
const name = `orders-${'x'.repeat(longestName - 7)}`;
/** Beside those that hold every three options together. */
const randomProjects = triesAll ? 300 : 40;

describe('A project of any combination of choices', function () {
  // Some hundred projects of some eighty files each are planned and parsed.
  this.timeout(120_000);
  let catalogue: Catalogue;
  let projects: { choices: Choices; files: PlannedFile[] }[];

  before(async () => {
    catalogue = await loadCatalogue();
    const random = randomNumbers(7);
    const combinations = [
      completeChoices(catalogue, {}),
      ...coveringSet(catalogue, 3, 1, 30),
      ...Array.from({ length: randomProjects }, () => randomChoices(catalogue, random)),
    ];
    projects = combinations.map(choices => ({ choices, files: plan(catalogue, { name, choices }) }));
  });

  it('can be planned, every three options that go together among them', () => {
    const options = catalogue.choices
      .filter(choice => choice.options.length > 1)
      .flatMap(choice => choice.options.map(option => `${choice.id}:${option.id}`));
    const seen = new Set(projects.flatMap(({ choices }) => [...atomsOf(catalogue, choices)]));
    assert.deepEqual(
      options.filter(option => !seen.has(option)),
      [],
    );
  });

  it('has no placeholder left in it', () => each((file, where) => assert.ok(!hasPlaceholder(file.text), where)));

  it('has legal paths inside its folder, no two of which are one on any system', () => {
    for (const { choices, files } of projects) {
      const folded = files.map(({ path }) => path.toLowerCase());
      assert.equal(new Set(folded).size, files.length, JSON.stringify(choices));
      for (const { path } of files) {
        assert.ok(isInside(path), path);
        assert.doesNotMatch(
          path,
          /[<>:"|?*\\\s]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i,
          path,
        );
      }
    }
  });

  it('has YAML, JSON, TOML and HCL that parse', async () => {
    const parsed = new Set<string>();
    for (const { choices, files } of projects)
      for (const { path, text } of files) {
        const key = `${path}\n${text}`;
        if (parsed.has(key)) continue;
        parsed.add(key);
        try {
          await parse(path, text);
        } catch (error) {
          throw new Error(`${path} of ${JSON.stringify(choices)}: ${(error as Error).message}\n${text}`, {
            cause: error,
          });
        }
      }
  });

  it('has no leftovers of what was not chosen: no empty first line, no three line ends in a row, no blanks at line ends', () =>
    each(({ path, text }, where) => {
      if (text === '') return;
      assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'), `${where} ends with one line end`);
      assert.doesNotMatch(text, /^\n|\r|[ \t]\n/, where);
      if (!path.endsWith('.py')) assert.doesNotMatch(text, /\n\n\n/, where);
    }));

  it('says of each file where it comes from', () =>
    each((file, where) => {
      assert.ok(file.from.length > 0, where);
      for (const { title, because } of file.from) assert.ok(title && because, where);
    }));

  it('has a README that names every file and folder at the root', () =>
    eachProject(({ files, choices }) => {
      const readme = files.find(({ path }) => path === 'README.md')?.text ?? '';
      for (const root of new Set(files.map(({ path }) => path.split('/')[0] ?? '')))
        assert.ok(root === 'README.md' || readme.includes(root), `${root} of ${JSON.stringify(choices)}`);
    }));

  it('says of each access log that it tells of persons, where it keeps who called', () => {
    const kept = /\$context\.(?:identity\.|authorizer\.claims)/;
    let logs = 0;
    each(({ path, text }, where) => {
      if (path.includes('test') || !kept.test(text)) return;
      logs += 1;
      const comments =
        text
          .match(/^ *(?:#|\/\/).*/gm)
          ?.join(' ')
          .replaceAll(/\s*(?:#|\/\/)\s*/g, ' ') ?? '';
      assert.match(comments, /of who called is personal data/, where);
      assert.doesNotMatch(comments, /No headers/, where);
    });
    assert.ok(logs > 0);
  });

  it('has Git ignore what is temporary of ours, and nothing that is kept', () =>
    each(({ path, text }, where) => {
      if (path !== '.gitignore') return;
      const ours = text.split('\n').filter(line => line.includes('serverless-advisor'));
      assert.deepEqual(ours, [`${temporaryPrefix}*`], where);
      assert.ok(!manifestPath.startsWith(temporaryPrefix));
    }));

  it('holds no secret and nothing of another cloud account', () =>
    each(({ text }, where) => {
      assert.doesNotMatch(text, /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY/, where);
    }));

  function eachProject(check: (project: { choices: Choices; files: PlannedFile[] }) => void): void {
    for (const project of projects) check(project);
  }

  function each(check: (file: PlannedFile, where: string) => void): void {
    for (const { choices, files } of projects)
      for (const file of files) check(file, `${file.path} of ${JSON.stringify(choices)}`);
  }
});

async function parse(path: string, text: string): Promise<void> {
  if (/\.ya?ml$/.test(path)) {
    for (const document of parseAllDocuments(text, { logLevel: 'silent' }))
      if (document.errors[0]) throw document.errors[0];
  } else if (path.endsWith('.json')) JSON.parse(text);
  else if (path.endsWith('.jsonl')) for (const line of text.trim().split('\n')) JSON.parse(line);
  else if (path.endsWith('.toml')) parseToml(text);
  else if (/\.(?:tf|tfvars|hcl)$/.test(path)) await parseHcl(path, text);
}
