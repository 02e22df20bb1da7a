// Prints what the tests inside VS Code report, as mocha would have done.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { root } from '../install.mjs';

/** @typedef {import('../../test/vscode/runner.ts').ResultLine} ResultLine */

/**
 * @param {string} resultFile
 * @param {string} bundle the file with the tests, which lies beside its source map
 */
export function reportOn(resultFile, bundle) {
  /** @type {ResultLine[]} */
  const lines = [];
  /** @type {Extract<ResultLine, { event: 'fail' }>[]} */
  const failed = [];

  return {
    /** @returns {ResultLine[]} the ones that are new since the last time, printed */
    printNew() {
      const fresh = read(resultFile).slice(lines.length);
      for (const line of fresh) {
        lines.push(line);
        if (line.event === 'fail') failed.push(line);
        const text = asText(line, failed.length);
        if (text !== undefined) console.log(text);
      }
      return fresh;
    },

    /** Is the suite over? */
    get ended() {
      return lines.some(line => line.event === 'end');
    },

    /** @returns {boolean} whether everything passed */
    printClosing() {
      /** @param {ResultLine['event']} event */
      const count = event => lines.filter(line => line.event === event).length;
      const end = lines.find(line => line.event === 'end');
      const duration = end?.event === 'end' ? ` (${Math.round(end.milliseconds / 100) / 10}s)` : '';
      console.log(`\n  ${count('pass')} passing${duration}`);
      if (count('pending')) console.log(`  ${count('pending')} pending`);
      if (failed.length) console.log(`  ${failed.length} failing`);
      failed.forEach((line, index) => {
        console.log(`\n  ${index + 1}) ${line.fullTitle}:\n${inSource(line.reason, bundle).replace(/^/gm, '     ')}`);
      });
      console.log();
      return failed.length === 0 && end !== undefined;
    },
  };
}

/**
 * @param {string} resultFile
 * @returns {ResultLine[]}
 */
function read(resultFile) {
  if (!existsSync(resultFile)) return [];
  // The file is rewritten while it is read: the last line may be cut short, and comes whole the next time.
  const whole = readFileSync(resultFile, 'utf8').split('\n').slice(0, -1);
  return whole.map(line => JSON.parse(line));
}

/**
 * @param {ResultLine} line
 * @param {number} failures
 */
function asText(line, failures) {
  switch (line.event) {
    case 'suite':
      return `${line.depth === 0 ? '\n' : ''}${indent(line)}${line.title}`;
    case 'pass':
      return `${indent(line)}✔ ${line.title}${line.milliseconds > 75 ? ` (${line.milliseconds}ms)` : ''}`;
    case 'pending':
      return `${indent(line)}- ${line.title}`;
    case 'fail':
      return `${indent(line)}${failures}) ${line.title}`;
    case 'end':
      return undefined;
  }
}

/** @param {{ depth: number }} line */
function indent(line) {
  return '  '.repeat(line.depth + 1);
}

/**
 * Turns the places in a stack trace from those in the bundle into those in the tests, and leaves out mocha's own.
 *
 * @param {string} reason
 * @param {string} bundle
 */
function inSource(reason, bundle) {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  return reason
    .split('\n')
    .flatMap(line => {
      const place = /^(?<before>\s*at .*?)\(?[^()]*index\.js:(?<line>\d+):(?<column>\d+)\)?$/.exec(line)?.groups;
      if (!place) return [line];
      const entry = map.findEntry(Number(place.line) - 1, Number(place.column) - 1);
      if (!('originalSource' in entry)) return [line];
      const file = path.relative(root, path.resolve(path.dirname(bundle), entry.originalSource));
      if (file.startsWith('node_modules')) return [];
      return [`${place.before}(${file}:${entry.originalLine + 1}:${entry.originalColumn + 1})`];
    })
    .join('\n');
}
