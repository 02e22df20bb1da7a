/** The JSON schema of assessment files: what gives completion, hover and squiggles to someone who edits one as text. */

import { currentFormat, schemaAddress } from '../core/assessment/assessment';
import { largestWeight } from '../core/assessment/verdict';
import type { Knowledge } from '../core/content/knowledge';
import type { Question } from '../core/content/types';
import { longestText, mostEvidence } from '../core/language/answer';
import { printQuantity } from '../core/language/quantity';

type Schema = Record<string, unknown>;

/** Draft-07, with VS Code's own keywords for completion. */
export function assessmentSchema(knowledge: Knowledge): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaAddress,
    title: 'Serverless Advisor assessment',
    description: 'Answers about one workload. Results are worked out from them and never saved.',
    type: 'object',
    // What is left aside when a file is read is most likely misspelt: it is underlined.
    additionalProperties: false,
    required: ['format', 'workload'],
    properties: {
      $schema: { type: 'string' },
      format: { const: currentFormat, description: "The version of this file's shape." },
      workload: { type: 'string', minLength: 1, maxLength: 120, pattern: '\\S', description: "The workload's name." },
      description: {
        type: 'string',
        maxLength: longestText,
        description: 'What the workload does, in a sentence or two.',
      },
      answers: {
        type: 'object',
        description: 'An answer under the id of each question. What is not answered is left out.',
        additionalProperties: false,
        properties: Object.fromEntries(
          knowledge.questions.map(question => [question.id, answerSchema(knowledge, question)]),
        ),
      },
      weights: {
        type: 'object',
        description: 'Weights that differ from the published ones.',
        additionalProperties: false,
        properties: Object.fromEntries(
          knowledge.criteria.map(criterion => [
            criterion.id,
            {
              type: 'integer',
              minimum: 0,
              maximum: largestWeight,
              default: criterion.weight,
              markdownDescription: `**${criterion.title}**: published weight ${criterion.weight}. ${criterion.weightBecause}`,
            },
          ]),
        ),
      },
    },
    definitions: {
      unknown: {
        const: true,
        description: 'Nobody knows yet: widens the range of the score, and never counts as zero.',
      },
      notApplicable: {
        type: 'string',
        pattern: '\\S',
        maxLength: longestText,
        description: 'The reason why the question does not apply. The criteria that rest on it leave the score.',
      },
      note: { type: 'string', maxLength: longestText, description: 'What someone should know about this answer.' },
      evidence: {
        type: 'array',
        maxItems: mostEvidence,
        description: 'Where in the workspace the answer can be seen.',
        items: {
          type: 'object',
          required: ['file'],
          properties: {
            file: { type: 'string', description: 'Path from the workspace folder, with forward slashes.' },
            line: { type: 'integer', minimum: 1, description: 'Counted from 1.' },
            text: { type: 'string', maxLength: longestText },
          },
        },
      },
    },
  };
}

function answerSchema(knowledge: Knowledge, question: Question): Schema {
  const section = knowledge.sectionOf.get(question.id)?.title;
  const value = valueSchema(question);
  return {
    type: 'object',
    markdownDescription: `**${question.title}** (${section})\n\n${question.ask}\n\n${question.why}\n\n*To find out:* ${question.findOut}`,
    additionalProperties: false,
    properties: {
      value,
      unknown: { $ref: '#/definitions/unknown' },
      notApplicable: { $ref: '#/definitions/notApplicable' },
      note: { $ref: '#/definitions/note' },
      evidence: { $ref: '#/definitions/evidence' },
    },
    oneOf: [{ required: ['value'] }, { required: ['unknown'] }, { required: ['notApplicable'] }],
    defaultSnippets: [
      { label: 'value', description: question.ask, body: { value: question.kind === 'number' ? '^$1' : '$1' } },
      { label: "don't know", body: { unknown: true } },
      { label: 'not applicable', body: { notApplicable: '$1' } },
    ],
  };
}

function valueSchema(question: Question): Schema {
  const ids = (question.options ?? []).map(option => option.id);
  const words = (question.options ?? []).map(option => [option.label, option.detail].filter(Boolean).join(': '));
  switch (question.kind) {
    case 'boolean':
      return { type: 'boolean', description: question.ask };
    case 'choice':
      return { enum: ids, enumDescriptions: words, description: question.ask };
    case 'choices':
      return {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: ids, enumDescriptions: words },
        description: question.ask,
      };
    case 'number': {
      const unit = question.unit ?? 'count';
      return {
        type: question.integer ? 'integer' : 'number',
        minimum: question.minimum,
        maximum: question.maximum,
        description: `${question.ask}${unit === 'count' ? '' : ` In ${unit}.`}`,
        defaultSnippets: question.quick?.map(quick => ({
          label: `${quick.value}`,
          description: `${printQuantity(quick.value, unit)}: ${quick.label}`,
          body: quick.value,
        })),
      };
    }
  }
}
