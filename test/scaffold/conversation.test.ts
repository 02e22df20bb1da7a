import assert from 'node:assert/strict';
import type { Choices, SuggestedChoice } from '../../src/core/scaffold/choices';
import {
  type AskingForProject,
  askForChanges,
  askForProject,
  type ChoicePrompt,
  choicesWith,
  type Reply,
  type Step,
  tick,
} from '../../src/core/scaffold/conversation';
import { smallCatalogue } from './small-catalogue';

const catalogue = smallCatalogue();

/** What someone says when they are asked about a subject; what was offered before is taken where nothing is said. */
type Said = string | readonly string[] | 'back' | 'stop';

/** Answers each question in its turn, and writes down what was asked: its subject and its step. */
function script(...said: readonly (readonly [about: string, says: Said | 'enter'])[]) {
  const asked: string[] = [];
  const prompts: ChoicePrompt[] = [];
  const left = [...said];
  const next = <T>(about: string, { step, total }: Step, enter: T): Reply<T> => {
    asked.push(`${about} ${step}/${total}`);
    const [expected, says] = left.shift() ?? [about, 'enter'];
    assert.equal(about, expected, `asked so far: ${asked.join(', ')}`);
    if (says === 'enter') return { kind: 'answer', value: enter };
    return says === 'back' || says === 'stop' ? { kind: says } : { kind: 'answer', value: says as T };
  };
  const asking: AskingForProject<string> = {
    askName: async (name, step) => next('name', step, name),
    askChoice: async (_name, prompt, step) => {
      prompts.push(prompt);
      assert.ok(step);
      return next<readonly string[]>(prompt.choice.id, step, chosenIn(prompt));
    },
    askPlace: async (name, step) => next('place', step, `here/${name}`),
  };
  return { asking, asked, prompts };
}

function chosenIn({ options }: ChoicePrompt): string[] {
  return options.filter(({ isChosen }) => isChosen).map(({ option }) => option.id);
}

const start = { name: 'orders', suggestions: [] };

describe('The conversation about a project', () => {
  it('asks for name, choices and place, and Enter takes what fits', async () => {
    const { asking, asked } = script();
    assert.deepEqual(await askForProject(catalogue, start, asking), {
      name: 'orders',
      choices: { drink: 'tea', extra: ['milk'], biscuit: 'short' },
      place: 'here/orders',
    });
    assert.deepEqual(asked, ['name 1/5', 'drink 2/5', 'extra 3/5', 'biscuit 4/5', 'place 5/5']);
  });

  it('counts its steps anew when a choice falls away', async () => {
    const { asking, asked } = script(['name', 'enter'], ['drink', ['water']]);
    const agreed = await askForProject(catalogue, start, asking);
    assert.deepEqual(agreed?.choices, { drink: 'water', extra: ['ice'] });
    assert.deepEqual(asked, ['name 1/5', 'drink 2/5', 'extra 3/4', 'place 4/4']);
  });

  it('goes back step by step from the place to the name, and keeps what was said on the way', async () => {
    const { asking, asked } = script(
      ['name', 'shop'],
      ['drink', ['water']],
      ['extra', ['lemon']],
      ['place', 'back'],
      ['extra', 'back'],
      ['drink', 'back'],
      ['name', 'enter'],
      ['drink', 'enter'],
      ['extra', 'enter'],
    );
    assert.deepEqual(await askForProject(catalogue, start, asking), {
      name: 'shop',
      choices: { drink: 'water', extra: ['lemon'] },
      place: 'here/shop',
    });
    assert.equal(asked.length, 10);
  });

  it('lets what no longer goes together with an earlier answer give way to the default', async () => {
    const { asking, prompts } = script(
      ['name', 'enter'],
      ['drink', 'enter'],
      ['extra', ['milk']],
      ['biscuit', 'back'],
      ['extra', 'back'],
      ['drink', ['water']],
    );
    const agreed = await askForProject(catalogue, start, asking);
    assert.deepEqual(agreed?.choices, { drink: 'water', extra: ['ice'] });
    const milk = prompts.at(-1)?.options.find(({ option }) => option.id === 'milk');
    assert.equal(milk?.excluded, 'Milk spoils water.');
  });

  for (const at of ['name', 'drink', 'extra', 'biscuit', 'place'])
    it(`ends without a trace at ${at}`, async () => {
      const order = ['name', 'drink', 'extra', 'biscuit', 'place'];
      const before = order.slice(0, order.indexOf(at)).map(about => [about, 'enter'] as const);
      const { asking, asked } = script(...before, [at, 'stop']);
      assert.equal(await askForProject(catalogue, start, asking), undefined);
      assert.equal(asked.length, before.length + 1);
    });

  it('offers what is suggested as chosen, and says who suggested it', async () => {
    const suggestion = { choice: 'drink', option: 'water', because: 'It is hot.', isFromGuide: true };
    const { asking, prompts } = script();
    const agreed = await askForProject(catalogue, { name: 'orders', suggestions: [suggestion] }, asking);
    assert.equal(agreed?.choices.drink, 'water');
    const [tea, water] = prompts[0]?.options ?? [];
    assert.deepEqual([tea?.isDefault, tea?.suggestion], [true, undefined]);
    assert.deepEqual([water?.isChosen, water?.suggestion], [true, suggestion]);
  });
});

describe('Changing the choices of a project', () => {
  const change = (
    said: readonly (readonly [string, readonly string[] | 'back' | 'stop'] | 'done' | 'leave')[],
    from: Choices,
  ) => {
    const left = [...said];
    let reply: readonly string[] | 'back' | 'stop' = 'stop';
    return askForChanges(
      catalogue,
      { name: 'orders', choices: from, suggestions: [] },
      {
        pickChoice: async (_name, asked) => {
          const says = left.shift() ?? 'leave';
          if (says === 'leave') return { kind: 'stop' };
          if (says === 'done') return { kind: 'answer', value: 'done' };
          reply = says[1];
          const choice = asked.find(({ id }) => id === says[0]);
          assert.ok(choice, `${says[0]} is not offered`);
          return { kind: 'answer', value: choice };
        },
        askChoice: async (_name, _prompt, step) => {
          assert.equal(step, undefined);
          return typeof reply === 'string' ? { kind: reply } : { kind: 'answer', value: reply };
        },
      },
    );
  };

  it('takes one after the other in any order until someone is done', async () => {
    const changed = await change([['biscuit', ['none']], ['extra', ['lemon', 'ice']], 'done'], {});
    assert.deepEqual(changed, { drink: 'tea', extra: ['lemon', 'ice'], biscuit: 'none' });
  });

  it('comes back to all of them when one is left by Back, and ends by Escape anywhere', async () => {
    assert.deepEqual(await change([['drink', 'back'], 'done'], { drink: 'water' }), { drink: 'water', extra: ['ice'] });
    assert.equal(await change([['drink', 'stop'], 'done'], {}), undefined);
    assert.equal(await change(['leave'], {}), undefined);
  });

  it('settles the rest after each of them', async () => {
    assert.deepEqual(
      await change([['drink', ['water']], 'done'], { drink: 'tea', extra: ['milk'], biscuit: 'short' }),
      {
        drink: 'water',
        extra: ['ice'],
      },
    );
  });

  it('begins with what is suggested on top, and without it where that does not go together', () => {
    const suggest = (choice: string, option: string): SuggestedChoice[] => [{ choice, option, because: 'So.' }];
    assert.deepEqual(choicesWith(catalogue, { drink: 'tea', extra: ['milk'] }, suggest('extra', 'ice')).extra, [
      'milk',
      'ice',
    ]);
    const remembered = { drink: 'water', extra: ['ice'] };
    assert.deepEqual(choicesWith(catalogue, remembered, suggest('extra', 'milk')), remembered);
  });
});

describe('A list of options that is ticked', () => {
  const prompt = (choices: Choices) => {
    const choice = catalogue.questionById.get('extra');
    assert.ok(choice);
    return { choice, choices };
  };

  it('lets what was ticked last push out what does not go together with it, and says why', () => {
    assert.deepEqual(tick(catalogue, prompt({ drink: 'tea' }), ['lemon', 'ice'], ['milk', 'lemon', 'ice']), {
      kept: ['milk', 'ice'],
      pushedOut: [{ option: 'lemon', by: 'milk', because: 'Lemon curdles milk.' }],
    });
  });

  it('stays as it is when something is taken out, or goes together with the rest', () => {
    assert.deepEqual(tick(catalogue, prompt({ drink: 'tea' }), ['milk', 'ice'], ['ice']), {
      kept: ['ice'],
      pushedOut: [],
    });
    assert.deepEqual(tick(catalogue, prompt({ drink: 'tea' }), ['milk'], ['milk', 'ice']).pushedOut, []);
  });
});
