import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFiles } from '../../scripts/vscode/extension.mjs';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText);
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => ({ name, text: read(join('src', name)) }));

/** The ids that the typed list of commands declares. */
const declared = [...read('src/host/ui/commands.ts').matchAll(/^ {2}'(serverlessAdvisor\.\w+)':/gm)].map(
  match => match[1],
);

describe('The manifest', () => {
  it('contributes only commands that are in the typed list, each with a title and an icon', () => {
    for (const { command, title, icon } of manifest.contributes.commands) {
      assert.ok(declared.includes(command), command);
      assert.match(title, /^%command\./);
      assert.ok(icon, command);
    }
  });

  it('places every command in a menu, and none that it does not contribute', () => {
    const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const menus = Object.values(manifest.contributes.menus as Record<string, { command: string }[]>).flat();
    assert.deepEqual([...new Set(menus.map(({ command }) => command))].sort(), [...contributed].sort());
  });

  it('registers every command of the typed list', () => {
    const registered = sources
      .filter(({ name }) => /^host\/\w+\/registration\.ts$/.test(name.replaceAll('\\', '/')))
      .flatMap(({ text }) => {
        const [, list = ''] = /^const commands = \[(.*?)\] as const;$/ms.exec(text) ?? [];
        return [...list.matchAll(/'([^']+)'/g)].map(match => match[1]);
      });
    assert.deepEqual([...registered].sort(), [...declared].sort());
  });

  it('has a text for every %key%, and no text that nothing uses', () => {
    const used = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(match => match[1]));
    assert.deepEqual([...used].sort(), Object.keys(JSON.parse(read('package.nls.json'))).sort());
  });

  // The rest is implied by commands, views and editors. These are not: the JSON editor asks for the schema that an
  // assessment names, and a window that is opened again for the chapter and the guide's page that were open in it.
  it('has the extension started by nothing but its use', () =>
    assert.deepEqual(manifest.activationEvents, [
      'onFileSystem:serverless-advisor',
      'onFileSystem:serverless-advisor-guide',
      'onWebviewPanel:serverlessAdvisor.guidePage',
    ]));

  it('leads only to commands that are there, from welcome texts and the walkthrough', () => {
    const texts = Object.values(JSON.parse(read('package.nls.json')) as Record<string, string>);
    const linked = texts.flatMap(text => [...text.matchAll(/\(command:([\w.]+)/g)].map(match => match[1] ?? ''));
    assert.ok(linked.length > 0);
    for (const id of linked.filter(id => id !== 'vscode.openFolder')) assert.ok(declared.includes(id), id);
  });

  it('has a walkthrough whose steps can be done, each with a picture in words', () => {
    const [walkthrough] = manifest.contributes.walkthroughs;
    const contributed = [
      ...manifest.contributes.commands.map(({ command }: { command: string }) => `onCommand:${command}`),
      ...manifest.contributes.views.serverlessAdvisor.map(({ id }: { id: string }) => `onView:${id}`),
    ];
    for (const { completionEvents, media } of walkthrough.steps) {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) assert.ok(contributed.includes(event), event);
      assert.match(media.altText, /^%.+%$/);
      const picture = read(media.svg);
      assert.doesNotMatch(picture.replaceAll(/var\([^)]*\)/g, ''), /#[0-9a-f]{3,6}\b/i, 'colours come from the theme');
    }
    assert.ok(sources.some(({ text }) => text.includes(`serverless-advisor.serverless-advisor#${walkthrough.id}`)));
  });

  it('asks for no newer VS Code than its types describe, and not less', () => {
    const floor = manifest.engines.vscode.replace('^', '');
    assert.equal(manifest.devDependencies['@types/vscode'], floor);
  });

  it('names only files and folders that are in the package', () => {
    // What is for npm and not for VS Code, the command line of a clone, and where translations will lie: there is none yet.
    const { bin: _, scripts: __, l10n: ___, ...forCode } = manifest;
    const named = stringsOf(forCode).filter(text => /^\.{0,2}\/|^(?:dist|media|l10n)\b/.test(text));
    assert.ok(named.length > 10, String(named));
    const shipped = shippedFiles();
    for (const path of named.map(path => path.replace(/^\.\//, '')))
      assert.ok(shipped.includes(path) || shipped.some(file => file.startsWith(`${path}/`)), path);
  });
});

describe('Texts', () => {
  it('that people read go through l10n.t as whole literals, so that a translator can find them', () => {
    for (const { name, text } of sources)
      for (const [call] of text.matchAll(/l10n\.t\(\s*./g)) assert.match(call, /['"]$/, `${name}: ${call}`);
  });
});

/** Every text in a value, however deep. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
