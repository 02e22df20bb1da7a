import { say } from '../language/words';

/**
 * The longest name of a project, in characters. The tightest of the names made from it is an S3 bucket's, with 63: the
 * stage, the account's twelve digits and what the bucket is for come on top.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, read on 2026-11-23.
 */
export const longestName = 30;

/**
 * Names that one of the systems keeps for itself: devices of Windows, prefixes of AWS, folders that tools look for, and words that YAML
 * reads as something else than a text.
 */
const reserved = new Set([
  'con',
  'prn',
  'aux',
  'nul',
  'node',
  'test',
  'tests',
  'src',
  'infra',
  'build',
  'node-modules',
  'app',
  'true',
  'false',
  'null',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'n',
]);
const reservedStart = /^(?:aws|amazon|ssm|xn-|sthree|com[0-9]$|lpt[0-9]$)/;

/** What is wrong with a name for a project, as a sentence that says what would be right; nothing when it is fine. */
export function checkName(name: string): string | undefined {
  const suggestion = suggestName(name);
  const instead = (sentence: string): string =>
    suggestion && suggestion !== name ? `${sentence} ${say('name.instead', { name: suggestion })}` : sentence;
  if (name === '') return say('name.missing');
  if (name.length > longestName) return instead(say('name.too-long', { length: name.length, most: longestName }));
  if (!/^[a-z]/.test(name)) return instead(say('name.first-letter'));
  if (!/^[a-z0-9-]*$/.test(name)) return instead(say('name.letters'));
  if (name.endsWith('-') || name.includes('--')) return instead(say('name.hyphens'));
  if (reserved.has(name) || reservedStart.test(name)) return say('name.reserved', { name });
  return undefined;
}

/** The nearest proper name to some text, or nothing when too little is left of it. */
export function suggestName(text: string): string | undefined {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
  return name === '' || reserved.has(name) || reservedStart.test(name) ? undefined : name;
}
