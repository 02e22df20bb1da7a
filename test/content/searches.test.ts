import assert from 'node:assert/strict';
import { realContent } from './real-knowledge';

/** Which of some lines a search of the real guide finds. */
async function found(chapter: string, id: string, lines: readonly string[]): Promise<string[]> {
  const search = (await realContent()).content.guide.guide.chapters
    .find(one => one.id === chapter)
    ?.searches.find(one => one.id === id);
  assert.ok(search?.regex);
  const pattern = new RegExp(search.query, search.matchCase ? '' : 'i');
  return lines.filter(line => pattern.test(line));
}

describe('A search that reassures when it finds nothing', () => {
  it('finds wildcards in the forms in which policies are mostly written', async () => {
    const policy = [
      "                  - '*'",
      '                  - s3:Get*',
      '                Action: [sqs:SendMessage, s3:*]',
      '    resources = [aws_dynamodb_table.orders.arn, "*"]',
      '        "Action": ["s3:GetObject", "s3:List*"],',
      '          "*"',
      '                Resource: arn:aws:s3:::*',
      "      new PolicyStatement({ actions: ['dynamodb:*'], resources: [table.tableArn] }),",
    ];
    assert.deepEqual(await found('security', 'wildcard-permissions', policy), policy);
    const narrow = [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it like this.
      "                Resource: !Sub '${Uploads.Arn}/*'",
      '          "arn:aws:s3:::uploads/*",',
      "        - 'src/**/*.ts'",
      "  - cron: '0 3 * * *'",
      '    "orders": "workspace:*",',
    ];
    assert.deepEqual(await found('security', 'wildcard-permissions', narrow), []);
  });

  it('finds what outlives a call in constants and in modules of Python', async () => {
    const leaks = [
      'const cache = new Map();',
      "const user = { id: '' };",
      'const results: Result[] = [];',
      'let lastUser;',
      'cache = {}',
      'seen: set[str] = set()',
      '@lru_cache',
    ];
    assert.deepEqual(await found('state', 'global-mutable-state', leaks), leaks);
    const fine = [
      'const client = new DynamoDBClient({});',
      "const table = process.env.ORDERS_TABLE ?? '';",
      'export const handler = async event => {',
      '  const cache = new Map();',
      'client = boto3.client("s3")',
      '    cache = {}',
    ];
    assert.deepEqual(await found('state', 'global-mutable-state', fine), []);
  });
});
