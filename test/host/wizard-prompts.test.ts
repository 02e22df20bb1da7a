import './vscode-stand-in';
import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type { Reply } from '../../src/core/assessment/wizard';
import type { Answer } from '../../src/core/language/answer';
import { knowledge } from '../core/small-knowledge';

interface ListRow {
  readonly label: string;
  readonly description?: string;
}

/** A list or a field as the stand-in gives it. */
interface Asked {
  items: readonly ListRow[];
  selectedItems: readonly ListRow[];
  activeItems: readonly ListRow[];
  placeholder?: string;
  validationMessage?: string;
  value: string;
  buttons: readonly object[];
  fireAccept(): void;
  fireHide(): void;
  fireChangeValue(text: string): void;
  fireChangeSelection(rows: readonly ListRow[]): void;
  fireTriggerButton(button: object | undefined): void;
}

describe('A question of the questionnaire', () => {
  let asked: Asked[];
  let reply: Promise<Reply>;

  const ask = async (id: string, answer?: Answer) => {
    const { askQuestion } = await import('../../src/host/assessment/wizard-prompts');
    const [section] = knowledge.sections;
    const question = section?.questions.find(question => question.id === id);
    assert.ok(section && question);
    const api = await import('vscode' as string).then(module => module.default ?? module);
    asked = api.window.asked;
    asked.length = 0;
    reply = askQuestion('Thumbnails', { question, section, position: 1, total: 5, answer, canGoBack: true });
    await turn();
    return last();
  };
  const last = (): Asked => {
    const input = asked.at(-1);
    assert.ok(input);
    return input;
  };
  const row = (list: Asked, label: string): ListRow => {
    const found = list.items.find(item => item.label === label);
    assert.ok(found, label);
    return found;
  };
  /** Ticks or unticks a row, as someone does it, and gives what is ticked then. */
  const tick = (list: Asked, label: string) => {
    const one = row(list, label);
    const isTicked = list.selectedItems.includes(one);
    list.selectedItems = isTicked ? list.selectedItems.filter(other => other !== one) : [...list.selectedItems, one];
    list.fireChangeSelection(list.selectedItems);
    return list.selectedItems.map(item => item.label);
  };
  const choose = (list: Asked, label: string) => {
    list.activeItems = [row(list, label)];
    list.fireAccept();
  };

  it('with several answers takes them together, and lets "don\'t know" and "not applicable" stand alone', async () => {
    const list = await ask('trigger');
    assert.deepEqual(tick(list, 'HTTP'), ['HTTP']);
    assert.deepEqual(tick(list, 'Queue'), ['HTTP', 'Queue']);
    assert.deepEqual(tick(list, "Don't know"), ["Don't know"]);
    assert.deepEqual(tick(list, 'Not applicable…'), ['Not applicable…']);
    assert.deepEqual(tick(list, 'Queue'), ['Queue']);
    assert.deepEqual(tick(list, 'HTTP'), ['Queue', 'HTTP']);
    assert.deepEqual(tick(list, 'Queue'), ['HTTP']);
    list.fireAccept();
    assert.deepEqual(await reply, { kind: 'answer', answer: { value: ['http'] } });
  });

  it('with several answers wants at least one', async () => {
    const list = await ask('trigger');
    list.fireAccept();
    assert.match(list.placeholder ?? '', /Tick at least one/);
    tick(list, "Don't know");
    list.fireAccept();
    assert.deepEqual(await reply, { kind: 'answer', answer: { unknown: true } });
  });

  it('has its answer of before ticked, and called that', async () => {
    const list = await ask('trigger', { value: ['queue'] });
    assert.deepEqual(
      list.selectedItems.map(({ label, description }) => [label, description]),
      [['Queue', 'current answer']],
    );
  });

  it('keeps what was noted about an answer when it is given anew', async () => {
    const remarks = { note: 'Seen.', evidence: [{ file: 'a.ts' }] };
    const list = await ask('state', { value: 'store', ...remarks });
    choose(list, 'Memory');
    assert.deepEqual(await reply, { kind: 'answer', answer: { value: 'memory', ...remarks } });
  });

  it('takes a number that is typed, and nothing when it cannot be read or cannot be', async () => {
    const list = await ask('longest-run', { value: 7 });
    assert.deepEqual(
      list.activeItems.map(({ label }) => label),
      ['7 seconds'],
    );
    const type = (text: string) => {
      list.value = text;
      list.fireChangeValue(text);
      return list.items[0]?.label;
    };
    for (const [text, label] of [
      ['soon', '$(warning) "soon" cannot be read'],
      ['100001', '$(warning) "100001" cannot be the answer'],
    ] as const) {
      assert.equal(type(text), label);
      list.fireAccept();
    }
    assert.equal(type(''), '7 seconds');
    assert.equal(type('2 min'), '2 minutes');
    list.fireAccept();
    assert.deepEqual(await reply, { kind: 'answer', answer: { value: 120 } });
  });

  it('asks why it does not apply, and comes back to the question from there', async () => {
    choose(await ask('state'), 'Not applicable…');
    await turn();
    last().fireTriggerButton(last().buttons[0]);
    await turn();
    choose(last(), 'Not applicable…');
    await turn();
    const field = last();
    field.value = '  ';
    field.fireAccept();
    assert.match(field.validationMessage ?? '', /A reason is needed/);
    field.fireChangeValue('x');
    assert.equal(field.validationMessage, undefined);
    field.value = ' A pure function. ';
    field.fireAccept();
    assert.deepEqual(await reply, { kind: 'answer', answer: { notApplicable: 'A pure function.' } });
    assert.equal(asked.length, 4);
  });

  it('can be left and gone back from', async () => {
    (await ask('state')).fireHide();
    assert.deepEqual(await reply, { kind: 'stop' });
    const list = await ask('state');
    list.fireTriggerButton(list.buttons[0]);
    assert.deepEqual(await reply, { kind: 'back' });
    choose(await ask('state'), 'Not applicable…');
    await turn();
    last().fireHide();
    assert.deepEqual(await reply, { kind: 'stop' });
  });
});
