import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openAdvisor } from '../../src/core/advisor';
import { printAssessment } from '../../src/core/assessment/assessment';
import type { ContentFile } from '../../src/core/ports';

const root = join(__dirname, '..', '..');
const sample = readFileSync(join(root, 'samples', 'image-thumbnails.assessment.json'), 'utf8');

/** The advisor, and which files of content it has read. */
function advisorWithLog(fail: ContentFile[] = []) {
  const read: ContentFile[] = [];
  const advisor = openAdvisor({
    readContent: async file => {
      read.push(file);
      if (fail.splice(0, 1).includes(file)) throw new Error(`${file} cannot be read`);
      return readFileSync(join(root, 'dist', file), 'utf8');
    },
    today: () => '2026-11-27',
  });
  return { advisor, read };
}

describe('The advisor', () => {
  it('reads nothing when it is opened, and each file of content once', async () => {
    const { advisor, read } = advisorWithLog();
    assert.deepEqual(read, []);
    await Promise.all([advisor.review(sample), advisor.review(sample)]);
    await advisor.readingPath(sample);
    assert.deepEqual(read, ['knowledge.json', 'guide.jsonl']);
  });

  it('reads a file again that could not be read', async () => {
    const { advisor, read } = advisorWithLog(['knowledge.json']);
    await assert.rejects(advisor.review(sample), /cannot be read/);
    assert.ok('assessed' in (await advisor.review(sample)));
    assert.deepEqual(read, ['knowledge.json', 'knowledge.json']);
  });

  it('gives an assessment with its verdict and what would change it', async () => {
    const { advisor } = advisorWithLog();
    const reviewed = await advisor.review(sample);
    assert.ok('assessed' in reviewed);
    const report = await advisor.report({ file: 'a.assessment.json', text: sample, editable: true });
    assert.ok(report.kind === 'assessment');
    assert.deepEqual(report.assessed, reviewed.assessed);
    assert.deepEqual(report.changes, reviewed.changes);
  });

  it('says of a text that is none what is wrong with it, whatever is asked', async () => {
    const { advisor } = advisorWithLog();
    for (const text of ['{', '[]', undefined])
      for (const found of [await advisor.review(text), await advisor.origin(text), await advisor.readingPath(text)])
        assert.ok('problems' in found && found.problems.length > 0);
  });

  it('takes an assessment along to a project: what it speaks for, and a record of the day', async () => {
    const { advisor } = advisorWithLog();
    const origin = await advisor.origin(sample);
    assert.ok('decision' in origin);
    assert.equal(origin.decision.date, '2026-11-27');
    assert.ok(origin.suggestions.some(({ choice }) => choice === 'trigger'));
  });

  it('explains questions, criteria and chapters, and nothing that is not there', async () => {
    const { advisor } = advisorWithLog();
    const knowledge = await advisor.knowledge();
    const [question] = knowledge.questions;
    const [chapter] = (await advisor.guide()).chapters;
    assert.ok(question && chapter);
    assert.ok((await advisor.explain('question', question.id))?.includes(question.title));
    assert.ok((await advisor.chapterText(chapter.id))?.includes(chapter.title));
    assert.equal(await advisor.chapterText('nowhere'), undefined);
    assert.equal(await advisor.explain('criterion', 'nothing'), undefined);
  });

  it('judges what is not written down yet', async () => {
    const { advisor } = advisorWithLog();
    const text = printAssessment(await advisor.knowledge(), { workload: 'New', answers: {}, weights: {} });
    const reviewed = await advisor.review(text);
    assert.ok('assessed' in reviewed && reviewed.assessed.verdict.fit === 'undecided');
  });
});

/** The rooms of core whose code comes along when a file is loaded, what it loads later not counted. */
async function roomsBehind(file: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, file)],
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: join(root, 'test-results', 'rooms'),
    external: ['vscode'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const waiting = Object.keys(metafile.outputs).filter(name => metafile.outputs[name]?.entryPoint === file);
  const files = new Set<string>();
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const output = metafile.outputs[name];
    if (!output || seen.has(name)) continue;
    seen.add(name);
    for (const input of Object.keys(output.inputs)) files.add(input);
    waiting.push(...output.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path));
  }
  const rooms = [...files].flatMap(input => /^src\/core\/([a-z]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(rooms)].sort();
}

describe('The rooms of core', () => {
  it('are not loaded by the door before a use case is called', async () => {
    assert.deepEqual(await roomsBehind('src/core/advisor.ts'), ['content']);
  });

  it('are loaded alone: judging an assessment loads neither scaffold nor guide', async () => {
    assert.deepEqual(await roomsBehind('src/core/assessment/review.ts'), ['assessment', 'language']);
  });

  it('come with the list of assessments as far as it needs them: neither scaffold nor guide', async () => {
    const rooms = await roomsBehind('src/host/assessment/assessments-view.ts');
    assert.ok(!rooms.includes('scaffold') && !rooms.includes('guide'), rooms.join());
  });
});
