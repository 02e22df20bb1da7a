import assert from 'node:assert/strict';
import { childrenOf, isInFolder } from '../../src/host/scaffold/plan-paths';

const paths = ['src/b.ts', 'README.md', 'src/a/x.ts', 'src/a/deep/y.ts', 'srcs/z.ts', 'infra/main.tf', 'LICENSE'];
const named = (folder: string) => childrenOf(paths, folder).map(({ kind, path }) => `${kind} ${path}`);

describe('The tree of a plan', () => {
  it('has folders first, each by name, without what is deeper', () => {
    assert.deepEqual(named(''), ['folder infra', 'folder src', 'folder srcs', 'file LICENSE', 'file README.md']);
  });

  it('has in a folder what is right below it, and nothing of one whose name begins alike', () => {
    assert.deepEqual(named('src'), ['folder src/a', 'file src/b.ts']);
    assert.deepEqual(named('src/a'), ['folder src/a/deep', 'file src/a/x.ts']);
    assert.deepEqual(named('src/a/deep'), ['file src/a/deep/y.ts']);
    assert.deepEqual(named('elsewhere'), []);
  });

  it('leads to every file by names that can be asked for again', () => {
    const below = (folder: string): string[] =>
      childrenOf(paths, folder).flatMap(({ kind, path }) => (kind === 'file' ? [path] : below(path)));
    assert.deepEqual(below('').sort(), [...paths].sort());
  });
});

describe('A document of a plan', () => {
  it('is a file of one project only', () => {
    assert.ok(isInFolder('/shop/src/a.ts', 'shop', 'src/a.ts'));
    assert.ok(!isInFolder('/shop/src/a.ts', 'shop2', 'src/a.ts'));
    assert.ok(!isInFolder('/shop/src/a.tsx', 'shop', 'src/a.ts'));
  });
});
