// English in the code that stays there: all other comes from a table. Who adds something says why nobody has to read it in another language.

/** Where the tables are. */
export const tables: readonly string[] = ['src/core/language/words/'];

/** What writes its argument with this number into the log, where our own names for what was tried stand beside places in the code. */
export const logging: ReadonlyMap<string, number> = new Map([
  ['logFailure', 0],
  ['reportFailure', 0],
  ['showFailure', 1],
  ['tellOnce', 0],
]);

/** Texts of a file, with `{}` for what is put into them. */
interface Plain {
  readonly because: string;
  readonly file: string;
  readonly texts: readonly string[];
}

/** What is English, and stays so. */
export const plain: readonly Plain[] = [
  {
    because: 'The name of the product, which is the same in every language.',
    file: 'src/host/ui/log.ts',
    texts: ['Serverless Advisor'],
  },
  {
    because: 'The name of the product, which is the same in every language.',
    file: 'src/host/ui/task.ts',
    texts: ['Serverless Advisor'],
  },
  {
    because: 'Written into a project, whose files are in the language of the content.',
    file: 'src/core/scaffold/manifest.ts',
    texts: ['Remembers how this project was made, so that parts can be added to it. Commit it; do not edit it.'],
  },
  { because: 'A path.', file: 'src/host/scaffold/place-prompts.ts', texts: ['$(new-folder) {0}/{1}'] },
];
