import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import type { ReportWords } from '../../src/protocol/report';
import { hostPages } from './host-words';

type Pages = Awaited<ReturnType<typeof hostPages>>;

describe('The shell of a page', () => {
  let render: (title?: string, words?: { readonly language: string; readonly [name: string]: string }) => string;
  before(async () => {
    const { renderPage } = await hostPages();
    const webview = { cspSource: 'https://host', asWebviewUri: (uri: vscode.Uri) => `https://host/${uri}` };
    render = (title = 'Report', words = { language: 'de' }) =>
      renderPage(webview as unknown as vscode.Webview, 'extension' as unknown as vscode.Uri, {
        ...{ script: 'report.js', style: 'report.css', title, words },
      });
  });

  const policyOf = (html: string) =>
    /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");

  it('allows nothing but the files of the extension, and only its own script', () => {
    const html = render();
    const nonce = /<script nonce="([0-9a-f]{32})" src="https:\/\/host\/extension\/dist\/report.js"><\/script>/.exec(
      html,
    )?.[1];
    assert.ok(nonce);
    assert.equal(
      policyOf(html),
      `default-src 'none'; style-src https://host; font-src https://host; img-src https://host; script-src 'nonce-${nonce}'`,
    );
    assert.ok(html.includes('<link rel="stylesheet" href="https://host/extension/media/report.css">'));
  });

  it('has a new nonce each time', () => assert.notEqual(policyOf(render()), policyOf(render())));

  it('has its language, and a word for as long as its script has not run', () => {
    assert.match(render(), /<html lang="de">/);
    assert.match(render(), /<div id="page">Loading…<\/div>/);
  });

  it('has any title as text, and no script or style within', () => {
    const html = render('</title><img src=x onerror=alert(1)>');
    assert.ok(html.includes('<title>&#60;/title&#62;&#60;img src=x onerror=alert(1)&#62;</title>'));
    assert.doesNotMatch(html, /<img|<style|style="|\son\w+="/);
  });

  it('has its words as data, out of which none of them comes', () => {
    const words = {
      language: 'de',
      hostile: '</script><script>alert(1)</script><!-- <script>',
      sign: '& " \' \u2028 $&',
    };
    const html = render('Report', words);
    const data = /<script type="application\/json" id="words">([^<]*)<\/script>\n<script nonce/.exec(html)?.[1] ?? '';
    assert.deepEqual(JSON.parse(data), words);
    assert.equal(html.split('<script').length - 1, 2);
  });
});

describe('The language of the words', () => {
  it("is VS Code's own if there is a translation into it, else the one that they are written in", async () => {
    const { languageOfWords } = await hostPages();
    const { env, l10n } = await import('vscode');
    Reflect.set(env, 'language', 'ja');
    try {
      assert.equal(languageOfWords(), 'en');
      Reflect.set(l10n, 'bundle', {});
      assert.equal(languageOfWords(), 'ja');
    } finally {
      Reflect.set(env, 'language', 'en');
      Reflect.deleteProperty(l10n, 'bundle');
    }
  });
});

describe('The styles of the pages', () => {
  const tokensOf = async (style: string): Promise<string[]> => {
    const [root = ''] = /:root \{[^}]*\}/.exec(await readFile(`media/${style}`, 'utf8')) ?? [];
    return [...root.matchAll(/(--[a-z-]+):/g)].map(([, token = '']) => token);
  };

  it('define a colour or a length that both use once, in page.css', async () => {
    const tokens = (await Promise.all(['page.css', 'guide.css', 'report.css'].map(tokensOf))).flat();
    assert.ok(tokens.includes('--text') && tokens.includes('--measure') && tokens.includes('--gap'));
    assert.deepEqual(
      tokens.filter((token, index) => tokens.indexOf(token) !== index),
      [],
    );
  });
});

describe('The words of the report', () => {
  let words: ReportWords;
  before(async () => {
    const { reportWords }: Pages = await hostPages();
    words = reportWords();
  });

  it('are all there, and each of them is used', async () => {
    let sources = '';
    for await (const file of glob('src/webview/**/*.{ts,tsx}')) sources += await readFile(file, 'utf8');
    const { core: _, ...shown } = words;
    for (const [name, word] of Object.entries(shown)) {
      const texts: unknown[] = typeof word === 'string' ? [word] : Object.values(word);
      assert.ok(texts.length > 0 && texts.every(text => typeof text === 'string' && text !== ''), name);
      assert.ok(sources.includes(`words.${name}`), `${name} is used`);
    }
  });
});
