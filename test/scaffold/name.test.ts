import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkName, longestName, suggestName } from '../../src/core/scaffold/name';

describe('The name of a project', () => {
  for (const name of ['orders', 'order-intake', 'a1', 'x'.repeat(longestName)])
    it(`may be ${name}`, () => assert.equal(checkName(name), undefined));

  const wrong: [name: string, message: RegExp][] = [
    ['', /needs a name/],
    ['Orders', /begin with a lower-case letter.*"orders" would do/],
    ['my orders', /letters from a to z, digits and hyphens only\. "my-orders" would do/],
    ['müller', /"muller" would do/],
    ['订单', /begin with a lower-case letter/],
    ['a/b', /"a-b" would do/],
    ['..', /begin with/],
    ['-orders', /begin with.*"orders" would do/],
    ['orders-', /may not end with a hyphen/],
    ['a--b', /two in a row/],
    ['con', /reserved/],
    ['true', /reserved/],
    ['no', /reserved/],
    ['aws-orders', /reserved/],
    ['x'.repeat(200), /200 characters; at most 30/],
  ];
  for (const [name, message] of wrong)
    it(`may not be "${name.slice(0, 20)}"`, () => assert.match(checkName(name) ?? '', message));

  it('is none that a system keeps for itself', () => {
    const reserved = (
      'con prn aux nul node test tests src infra build node-modules app true false null yes no on off y n ' +
      'aws-x amazon1 ssm sthree xn-a com1 lpt9'
    ).split(' ');
    for (const name of reserved) {
      assert.equal(checkName(name), `"${name}" is reserved by a system that the project runs on. Choose another name.`);
      assert.equal(suggestName(name), undefined);
    }
    for (const name of ['cons', 'my-app', 'com', 'com10', 'not-aws']) assert.equal(checkName(name), undefined);
  });

  it('is told without another one where none is near', () => {
    assert.equal(checkName('订单'), 'The name must begin with a lower-case letter from a to z.');
    assert.equal(checkName('No'), 'The name must begin with a lower-case letter from a to z.');
    assert.equal(checkName('A'), 'The name must begin with a lower-case letter from a to z. "a" would do.');
    assert.equal(checkName(''), 'A project needs a name.');
    assert.equal(checkName('aws--x'), 'The name may not end with a hyphen or have two in a row.');
    assert.equal(suggestName(`  1 Über ${'x'.repeat(24)} y`), `uber-${'x'.repeat(24)}`);
  });

  it('is suggested only when it is a proper one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const name = suggestName(text);
        assert.equal(name === undefined ? undefined : checkName(name), undefined);
      }),
    );
  });
});
