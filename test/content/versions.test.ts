import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAssessment } from '../../src/core/assessment/assessment-parser';
import { readProgress } from '../../src/core/guide/progress';
import { openCatalogue } from '../../src/core/scaffold/catalogue';
import { parseManifest } from '../../src/core/scaffold/manifest';
import { realContent } from './real-knowledge';

const read = (name: string): string => readFileSync(join(__dirname, '..', 'cases', 'versions', '0.1.0', name), 'utf8');

/** Files that version 0.1.0 has written. They stay, and so do these tests: what people have is not theirs to convert. */
describe('What version 0.1.0 has written', () => {
  it('is an assessment of which every answer counts', async () => {
    const { knowledge } = await realContent();
    const text = read('partner-webhooks.assessment.json');
    const parsed = parseAssessment(knowledge, text);
    assert.ok('assessment' in parsed, JSON.stringify(parsed));
    assert.deepEqual(parsed.remarks, []);
    assert.deepEqual(Object.keys(parsed.assessment.answers).sort(), Object.keys(JSON.parse(text).answers).sort());
  });

  it('is the manifest of a project to which parts can be added', async () => {
    const { content } = await realContent();
    const text = read('manifest.json');
    const parsed = parseManifest(openCatalogue(content.catalogue), text);
    assert.ok('manifest' in parsed, JSON.stringify(parsed));
    const { name, choices, files } = JSON.parse(text);
    assert.deepEqual(parsed.manifest, { name, choices, files });
  });

  it('is progress in the guide of which nothing is lost', () => {
    const progress = JSON.parse(read('progress.json'));
    assert.deepEqual(readProgress(progress), progress);
  });
});
