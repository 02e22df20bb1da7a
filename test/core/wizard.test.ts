import assert from 'node:assert/strict';
import { nextQuestion, type Prompt, type Reply, run, type WizardOptions } from '../../src/core/assessment/wizard';
import type { Answer, Answers } from '../../src/core/language/answer';
import { knowledge } from './small-knowledge';

/** Runs the wizard against a script of replies and tells what was asked and saved. */
async function play(
  replies: readonly (Answer['note'] | Reply | unknown)[],
  start: Answers = {},
  options?: WizardOptions,
) {
  const asked: Prompt[] = [];
  const left = [...replies];
  let answers = start;
  const ending = await run(
    knowledge,
    start,
    {
      ask: async prompt => {
        asked.push(prompt);
        const reply = left.shift();
        if (reply === undefined) return { kind: 'stop' };
        return isReply(reply) ? reply : { kind: 'answer', answer: { value: reply as never } };
      },
      save: async (question, answer) => {
        answers = { ...answers, [question.id]: answer };
        return answers;
      },
    },
    options,
  );
  return { ending, answers, asked: asked.map(prompt => prompt.question.id), prompts: asked };
}

const back: Reply = { kind: 'back' };

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

describe('The wizard', () => {
  it('asks in order, saves every answer, and skips what does not matter', async () => {
    const { ending, asked, answers } = await play([['queue'], 10, 'store', 5]);
    assert.equal(ending, 'complete');
    assert.deepEqual(asked, ['trigger', 'longest-run', 'state', 'peak']);
    assert.deepEqual(answers.peak, { value: 5 });
  });

  it('asks what starts to matter because of an answer, and counts it', async () => {
    const { asked, prompts } = await play([['queue'], 1000, true]);
    assert.deepEqual(asked, ['trigger', 'longest-run', 'divisible', 'state']);
    assert.deepEqual(
      prompts.map(({ position, total }) => `${position} of ${total}`),
      ['1 of 4', '2 of 4', '3 of 5', '4 of 5'],
    );
  });

  it('loses nothing when stopped, and resumes at the first open question', async () => {
    const first = await play([['queue'], 10]);
    assert.equal(first.ending, 'stopped');
    const second = await play(['store', 5], first.answers);
    assert.deepEqual(second.asked, ['state', 'peak']);
    assert.equal(second.ending, 'complete');
  });

  it('goes back to the question before, with its answer, and on again from there', async () => {
    const { asked, prompts, answers } = await play([['queue'], 10, back, 20, 'store', 5]);
    assert.deepEqual(asked, ['trigger', 'longest-run', 'state', 'longest-run', 'state', 'peak']);
    assert.deepEqual(prompts[3]?.answer, { value: 10 });
    assert.deepEqual(answers['longest-run'], { value: 20 });
    assert.equal(prompts[0]?.canGoBack, false);
  });

  it('keeps the answer to a question that no longer matters', async () => {
    const { answers } = await play([['queue'], 1000, true, back, back, 10, 'store', 5]);
    assert.deepEqual(answers.divisible, { value: true });
  });

  it('starts where it is told, then asks the most decisive question first', async () => {
    const { asked } = await play([5, 10, 'store', ['http']], {}, { order: 'decisive', first: 'peak' });
    assert.equal(asked[0], 'peak');
    assert.equal(asked[1], 'longest-run');
  });

  it('does not go back to a question that no longer matters', async () => {
    // Somebody shortens the run in the file while the question after the divisible one is on the screen.
    const asked: Prompt[] = [];
    const replies: Reply[] = [
      { kind: 'answer', answer: { value: true } },
      { kind: 'answer', answer: { value: 'store' } },
      back,
      { kind: 'stop' },
    ];
    let answers: Answers = { trigger: { value: ['queue'] }, 'longest-run': { value: 1000 } };
    await run(knowledge, answers, {
      ask: async prompt => {
        asked.push(prompt);
        return replies.shift() ?? { kind: 'stop' };
      },
      save: async (question, answer) => {
        answers = { ...answers, [question.id]: answer };
        if (question.id === 'state') answers = { ...answers, 'longest-run': { value: 10 } };
        return answers;
      },
    });
    assert.deepEqual(
      asked.map(({ question }) => question.id),
      ['divisible', 'state', 'peak', 'state'],
    );
    assert.equal(asked.at(-1)?.canGoBack, false);
  });

  it('told to start with a question that does not matter starts with one that does', async () => {
    const { asked, prompts } = await play([], { 'longest-run': { value: 10 } }, { first: 'divisible' });
    assert.deepEqual(asked, ['trigger']);
    assert.equal(prompts[0]?.position, 1);
  });

  it('stops when an answer cannot be saved', async () => {
    const ending = await run(
      knowledge,
      {},
      {
        ask: async () => ({ kind: 'answer', answer: { value: ['http'] } }),
        save: async () => undefined,
      },
    );
    assert.equal(ending, 'stopped');
  });

  it('does not ask again what someone said not to know', () => {
    assert.equal(nextQuestion(knowledge, { trigger: { unknown: true } })?.id, 'longest-run');
  });

  it('goes on behind the question it is at, and begins again when the end is reached', () => {
    const next = (answers: Answers, after?: string) =>
      nextQuestion(knowledge, answers, after === undefined ? {} : { after })?.id;
    assert.equal(next({}), 'trigger');
    assert.equal(next({}, 'trigger'), 'longest-run');
    assert.equal(next({}, 'longest-run'), 'state');
    assert.equal(next({}, 'peak'), 'trigger');
    assert.equal(next({ trigger: { value: ['http'] } }, 'peak'), 'longest-run');
    assert.equal(next({}, 'nowhere'), 'trigger');
  });

  it('asks what decides nothing as well, once nothing decisive is open', () => {
    const answers: Answers = { 'longest-run': { value: 10 }, peak: { value: 1 }, state: { value: 'store' } };
    const options = { order: 'decisive', weights: { events: 0 } } as const;
    assert.equal(nextQuestion(knowledge, answers, options)?.id, 'trigger');
    assert.equal(nextQuestion(knowledge, { ...answers, trigger: { unknown: true } }, options), undefined);
    assert.equal(nextQuestion(knowledge, {}, { order: 'decisive' })?.id, 'longest-run');
  });

  it('stays at the first question when there is none to go back to', async () => {
    const { asked } = await play([back, ['queue']]);
    assert.deepEqual(asked, ['trigger', 'trigger', 'longest-run']);
  });
});
