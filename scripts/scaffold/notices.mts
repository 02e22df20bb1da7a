/** What a project deploys are copies of other people's packages: their licences have to go along. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Outcome } from '../tools/shell.mts';

/** Names that files with licences and notices go by. */
const noticeFile = /^(?:licen[cs]e|notice|copying)/i;

/** Where a project's build puts the notices of what it bundles; the archive has it too. */
const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/**
 * Holds a build of bundles against its source maps, which name every file that is in them: each package has to be in the notices
 * with each of its texts, and among what an audit asks about; and nothing else may be in the notices.
 */
export function bundleNotices(project: string): Outcome {
  const notices = readFileSync(join(project, 'build', 'app', noticesFile), 'utf8');
  const maps = readdirSync(join(project, 'build', 'maps'));
  const sources = maps.flatMap(map => {
    const { sources } = JSON.parse(readFileSync(join(project, 'build', 'maps', map), 'utf8'));
    return (sources as string[]).map(source => source.replace(/^(?:\.\.\/)+/, ''));
  });
  const folders = new Set(
    sources.flatMap(source => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(source)?.[0] ?? []),
  );
  const problems: string[] = folders.size === 0 ? ['The source maps name no package.'] : [];
  // Names stand in an archive as they are.
  if (!readFileSync(join(project, 'build', 'app.zip')).includes(noticesFile))
    problems.push(`The archive has no ${noticesFile}.`);
  const { packages: locked } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  const expected: string[] = [];
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(project, folder, 'package.json'), 'utf8'));
    const heading = `${name} ${version} (${license})`;
    expected.push(heading);
    if (!notices.split('\n').includes(heading)) problems.push(`${heading} is in a bundle and not in the notices.`);
    if (locked[folder]?.dev !== undefined)
      problems.push(
        `${heading} is in a bundle, but a tool by package.json: an audit of what is deployed would not ask about it.`,
      );
    for (const file of readdirSync(join(project, folder)).filter(file => noticeFile.test(file)))
      if (!notices.includes(readFileSync(join(project, folder, file), 'utf8').trimEnd()))
        problems.push(`${name}: its ${file} is not in the notices.`);
  }
  const named = notices.split('\n').filter(line => /^(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S* \(.+\)$/.test(line));
  for (const heading of named)
    if (!expected.includes(heading)) problems.push(`${heading} is in the notices and in no bundle.`);
  return { passed: problems.length === 0, output: problems.join('\n') };
}

/** Holds a build of whole packages against what installers leave of each: its folder has to have kept a licence. */
export function packageNotices(project: string): Outcome {
  const app = join(project, 'build', 'app');
  const packages = readdirSync(app).filter(name => name.endsWith('.dist-info'));
  const bare = packages.filter(
    name =>
      !readdirSync(join(app, name), { recursive: true, encoding: 'utf8' }).some(file =>
        noticeFile.test(basename(file)),
      ),
  );
  if (packages.length === 0) return { passed: false, output: 'There is no package in build/app.' };
  return { passed: bare.length === 0, output: bare.map(name => `${name} has kept no licence.`).join('\n') };
}
