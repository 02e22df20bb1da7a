import assert from 'node:assert/strict';
import { Ajv, type ValidateFunction } from 'ajv';
import { assessmentSchema } from '../../src/compiler/assessment-schema.mts';
import { realContent, samples } from './real-knowledge';

describe('The schema of assessment files', () => {
  let validate: ValidateFunction;
  before(async () => {
    const { knowledge } = await realContent();
    // Not strict: VS Code's own keywords for completion are in it.
    validate = new Ajv({ strict: false }).compile(assessmentSchema(knowledge));
  });

  it('finds nothing wrong with the samples', () => {
    for (const { name, text } of samples()) assert.ok(validate(JSON.parse(text)), name);
  });

  const misspelt: [what: string, file: object][] = [
    ['field', { desciption: 'x' }],
    ['question', { answers: { 'longst-run': { value: 1 } } }],
    ['part of an answer', { answers: { 'longest-run': { value: 1, notes: 'x' } } }],
    ['criterion', { weights: { 'run-tme': 3 } }],
  ];
  for (const [what, file] of misspelt)
    it(`objects to a misspelt ${what}`, () => {
      assert.ok(validate({ format: 1, workload: 'x' }));
      assert.equal(validate({ format: 1, workload: 'x', ...file }), false);
    });
});
