import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tracesOf } from '../../src/core/language/failure.js';

describe('What a log says of an error', () => {
  it('is its kind, its code and the places in the code, and the same for its cause', () => {
    const cause = Object.assign(new TypeError('secret one'), { code: 'EACCES' });
    const lines = tracesOf(new Error('secret two', { cause }));
    assert.equal(lines[0], 'Error');
    assert.match(lines[1] ?? '', /^ {4}at .*failure\.test\.ts:\d+:\d+/);
    assert.ok(lines.includes('caused by TypeError EACCES'));
    assert.doesNotMatch(lines.join('\n'), /secret/);
  });

  it('holds nothing of a message, whatever that looks like', () => {
    const parts = fc.constantFrom(
      '\n',
      '    at secret (/x.ts:1:1)',
      '\tat secret (/x.ts:1:1)',
      'secret',
      'Error: ',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(parts), parts => {
        const error = new Error(parts.join(''));
        assert.doesNotMatch(tracesOf(error).join('\n'), /secret/);
        error.message = 'another';
        assert.doesNotMatch(tracesOf(error).join('\n'), /secret/);
        error.name = `secret ${'x'.repeat(100)}`;
        assert.doesNotMatch(tracesOf(error).join('\n'), /secret/);
      }),
    );
  });

  it('has the places as VS Code writes them, too', () => {
    const error = new Error('secret');
    error.stack = 'Error: secret\n\tat f (/dist/extension.js:1:2)\n\tat async http://127.0.0.1:1/dist/extension.js:3:4';
    assert.deepEqual(tracesOf(error), [
      'Error',
      '    at f (/dist/extension.js:1:2)',
      '    at async http://127.0.0.1:1/dist/extension.js:3:4',
    ]);
  });

  it('has at most thirty places of an error, and four of its causes', () => {
    const error = new Error('x');
    error.stack = `Error: x${'\n    at f (/x.js:1:1)'.repeat(50)}`;
    assert.equal(tracesOf(error).length, 31);
    const chain = (depth: number): Error =>
      Object.assign(new Error('x', depth > 0 ? { cause: chain(depth - 1) } : {}), { stack: '' });
    assert.deepEqual(tracesOf(chain(9)), ['Error', ...Array(4).fill('caused by Error')]);
  });

  it('is what was thrown where that is the cause of an error', () => {
    const error = Object.assign(new Error('x', { cause: { cause: 'secret' } }), { stack: '' });
    assert.deepEqual(tracesOf(error), ['Error', 'caused by a object that was thrown']);
  });

  it('is "Error" for one that calls itself nothing, and has no places for one without a stack', () => {
    const error = Object.assign(new Error('secret'), { name: '' });
    delete error.stack;
    assert.deepEqual(tracesOf(error), ['Error']);
    const empty = new Error('');
    assert.ok(tracesOf(empty).length > 1, 'an error without a message has its places');
  });

  it('is short for what is no error, and for a chain without end', () => {
    assert.deepEqual(tracesOf('secret'), ['a string that was thrown']);
    const endless = new Error('a');
    endless.cause = endless;
    assert.ok(tracesOf(endless).length < 200);
  });
});
