import assert from 'node:assert/strict';
import { Reading } from '../../src/core/language/condition';
import { knowledge } from './small-knowledge';

describe('A condition', () => {
  const long = { answer: 'longest-run', above: 100 };
  const inMemory = { answer: 'state', is: 'memory' };

  it('is unknown without an answer, and names the question that would settle it', () => {
    assert.deepEqual(new Reading(knowledge, {}).evaluate(long), { missing: ['longest-run'] });
  });

  it('treats "don\'t know" as unknown, never as no', () => {
    const reading = new Reading(knowledge, { 'longest-run': { unknown: true } });
    assert.deepEqual(reading.evaluate({ not: long }), { missing: ['longest-run'] });
  });

  it('does not hold of what does not apply, and neither does its opposite', () => {
    const reading = new Reading(knowledge, { state: { notApplicable: 'none' } });
    assert.equal(reading.evaluate(inMemory), false);
    assert.equal(reading.evaluate({ not: inMemory }), false);
    assert.equal(reading.evaluate({ not: { not: inMemory } }), false);
  });

  it('waits for no answer when one part does not apply that it cannot do without', () => {
    const reading = new Reading(knowledge, { state: { notApplicable: 'none' } });
    assert.equal(reading.evaluate({ all: [long, inMemory] }), false);
    assert.equal(reading.evaluate({ not: { any: [long, inMemory] } }), false);
    assert.deepEqual(reading.evaluate({ any: [long, inMemory] }), { missing: ['longest-run'] });
  });

  it('carries "not" into its parts', () => {
    const reading = new Reading(knowledge, { state: { value: 'store' }, 'longest-run': { value: 500 } });
    assert.equal(reading.evaluate({ not: { all: [long, inMemory] } }), true);
    assert.equal(reading.evaluate({ not: { any: [long, inMemory] } }), false);
  });

  it('is false when one part of "all" is, whatever the others will be', () => {
    const reading = new Reading(knowledge, { state: { value: 'store' } });
    assert.equal(reading.evaluate({ all: [long, inMemory] }), false);
    assert.deepEqual(reading.evaluate({ any: [long, inMemory] }), { missing: ['longest-run'] });
  });

  it('is true when one part of "any" is, whatever the others will be', () => {
    const reading = new Reading(knowledge, { state: { value: 'memory' } });
    assert.equal(reading.evaluate({ any: [long, inMemory] }), true);
  });

  it('compares with a fact', () => {
    const above = { answer: 'longest-run', above: { fact: 'cloud.timeout' } };
    assert.equal(new Reading(knowledge, { 'longest-run': { value: 901 } }).evaluate(above), true);
    assert.equal(new Reading(knowledge, { 'longest-run': { value: 900 } }).evaluate(above), false);
  });

  it('compares a derived quantity, and names all factors that are missing', () => {
    const busy = { answer: 'at-once', above: 1000 };
    assert.deepEqual(new Reading(knowledge, {}).evaluate(busy), { missing: ['peak', 'longest-run'] });
    const answers = { peak: { value: 100 }, 'longest-run': { value: 11 } };
    assert.equal(new Reading(knowledge, answers).evaluate(busy), true);
  });

  it('of several choices can ask whether one is among them, and whether nothing else is', () => {
    const reading = new Reading(knowledge, { trigger: { value: ['http', 'queue'] } });
    assert.equal(reading.evaluate({ answer: 'trigger', includes: ['queue'] }), true);
    assert.equal(reading.evaluate({ answer: 'trigger', only: ['queue'] }), false);
  });
});

describe('A question with a condition of its own', () => {
  const cut = { answer: 'divisible', is: true };

  it('counts only while it matters; its answer is kept but not used', () => {
    const answers = { 'longest-run': { value: 10 }, divisible: { value: true } };
    assert.equal(new Reading(knowledge, answers).evaluate(cut), false);
    assert.equal(new Reading(knowledge, answers).evaluate({ not: cut }), false);
    assert.equal(new Reading(knowledge, { ...answers, 'longest-run': { value: 400 } }).evaluate(cut), true);
  });

  it('asks for what decides whether it matters before it asks for itself', () => {
    assert.deepEqual(new Reading(knowledge, { divisible: { value: true } }).evaluate(cut), {
      missing: ['longest-run'],
    });
  });
});
