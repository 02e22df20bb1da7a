import assert from 'node:assert/strict';
import { openGuide } from '../../src/core/guide/guide';
import { destinationsOf, knownPlace } from '../../src/host/guide/guide-places';
import type { GuideAddress } from '../../src/host/ui/commands';
import { knowledge } from '../core/small-knowledge';
import { guideFile } from './guide-file';

const guide = openGuide(guideFile);
const lead = (address: GuideAddress) => destinationsOf(guide, knowledge, address).map(({ place }) => place);
const chapter = (chapter: string, section: string | null = null) => ({ kind: 'chapter', chapter, section });

describe('An address in the guide', () => {
  it('leads to a chapter and its section', () => {
    assert.deepEqual(lead({ chapter: 'topic' }), [chapter('topic')]);
    assert.deepEqual(lead({ chapter: 'topic', section: 'do' }), [chapter('topic', 'do')]);
  });

  it('leads to the chapter when the section is gone, and nowhere when the chapter is', () => {
    assert.deepEqual(lead({ chapter: 'topic', section: 'gone' }), [chapter('topic')]);
    assert.deepEqual(lead({ chapter: 'gone' }), []);
  });

  it('leads to the section that explains a criterion, else to the chapter of its topic', () => {
    assert.deepEqual(lead({ criterion: 'run-time' }), [chapter('topic', 'do')]);
    assert.deepEqual(lead({ criterion: 'state' }), [chapter('state', 'why')], 'another chapter explains it');
    assert.deepEqual(lead({ criterion: 'events' }), [chapter('topic')]);
    assert.deepEqual(lead({ criterion: 'gone' }), []);
  });

  it("leads to the chapter of a question's topic, at a criterion that rests on it", () => {
    assert.deepEqual(lead({ question: 'trigger' }), [chapter('topic')]);
    assert.deepEqual(lead({ question: 'longest-run' }), [chapter('topic', 'do')]);
    assert.deepEqual(lead({ question: 'gone' }), []);
  });

  it('leads to each place that choices of a project are explained in, once', () => {
    const choices = [
      { id: 'drink.tea', title: 'Tea', topic: 'state' },
      { id: 'extra.milk', title: 'Milk', topic: 'state' },
      { id: 'extra.ice', title: 'Ice', topic: 'state' },
      { id: 'biscuit.short', title: 'Shortbread', topic: 'gone' },
    ];
    assert.deepEqual(destinationsOf(guide, knowledge, { choices, about: 'cup.md' }), [
      { place: chapter('topic', 'why'), because: 'Tea' },
      { place: chapter('state'), because: 'Milk, Ice' },
    ]);
  });

  it('leads nowhere when it is none', () => assert.deepEqual(lead({} as GuideAddress), []));
});

describe('A place of another version of the guide', () => {
  it('becomes one that is there', () => {
    assert.deepEqual(knownPlace(guide, { kind: 'review' }), { kind: 'review' });
    assert.deepEqual(knownPlace(guide, { kind: 'chapter', chapter: 'state', section: 'gone' }), chapter('state'));
    assert.deepEqual(knownPlace(guide, { kind: 'chapter', chapter: 'gone', section: null }), { kind: 'home' });
  });
});
