import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { explain } from '../../src/core/assessment/explanation';
import { printJson, printMarkdown, printText } from '../../src/core/assessment/report';
import { assess } from '../../src/core/assessment/verdict';
import { visible } from '../../src/core/language/visible';
import { knowledge } from './small-knowledge';

const hostile = '<img src=x onerror=alert(1)> [a](http://b) ![c](http://d) https://e.example # f | g';
const assessment = {
  workload: hostile,
  description: hostile,
  answers: { 'longest-run': { value: 1000 }, state: { notApplicable: hostile } },
  weights: {},
};
const assessed = assess(knowledge, assessment.answers);
const noWay = { wayRound: undefined, nextBestForm: undefined };

describe('A report as Markdown', () => {
  const page = new MarkdownIt({ html: true, linkify: true }).render(
    printMarkdown(knowledge, assessment, assessed, []).markdown,
  );

  it('shows what people wrote as text, even where HTML and bare links are allowed', () => {
    assert.ok(!page.includes('<img'));
    assert.ok(!/href="http:\/\/b|href="https?:\/\/e\.example/.test(page));
    assert.ok(page.includes('&lt;img src=x onerror=alert(1)&gt;'));
  });

  it('links the sources of its numbers', () => assert.ok(page.includes('https://example.com/limits')));
});

describe('A report of what has nothing to add', () => {
  const blockers = assessed.blockers.map(blocker => ({
    ...blocker,
    certain: true,
    wayRound: { title: 'Cut it', how: 'In steps.' },
    nextBestForm: undefined,
  }));
  const findings = assessed.findings.map(finding => ({ ...finding, remedy: undefined }));

  it('names no next best form, and leaves the place of a remedy empty', () => {
    const given = { ...assessed, blockers, findings };
    const text = printText(knowledge, assessment, given).replace(/\s+/g, ' ');
    assert.match(text, /Way round: Cut it\. In steps\. [A-Z]/);
    assert.doesNotMatch(text, /Next best form|To do/);
    const { markdown } = printMarkdown(knowledge, assessment, given, []);
    assert.match(markdown, /\*Way round:\* Cut it\. In steps\.$/m);
    assert.match(markdown, / \| {2}\|$/m);
  });
});

describe('A report as text', () => {
  const steering = 'Evil \u001b[31mred\r\nname \u202etxt\u0085';
  const shown = 'Evil ␛[31mred name ⟨U+202E⟩txt⟨U+0085⟩';
  const text = printText(knowledge, { ...assessment, workload: steering }, assessed, 72);

  it('keeps to the width, and nothing that people wrote can steer the terminal or turn a line round', () => {
    assert.ok(text.startsWith(`${shown}\n`), text);
    assert.equal(visible(text), text);
    for (const line of text.split('\n')) assert.ok(line.length <= 72 || !line.trim().includes(' '), line);
  });

  it('is made of sentences that show such signs too, in the reason why something does not apply', () => {
    const { findings } = assess(knowledge, { ...assessment.answers, state: { notApplicable: steering } });
    const finding = findings.find(({ criterion }) => criterion === 'state');
    assert.ok(finding?.because.includes(`(${shown})`), finding?.because);
    assert.equal(finding?.saw[0]?.text, `Not applicable: ${shown}`);
  });

  it('says the verdict, the blocker with its way round, and what to find out first', () => {
    const flat = text.replace(/\s+/g, ' ');
    assert.match(
      flat,
      /Undecided\. It can still turn out a fit with mitigations or a poor fit\. Find out first: Can the work be cut\?/,
    );
    assert.match(flat, /Way round: Cut it\. In steps\. Next best form: workflow\./);
  });
});

describe('A report as JSON', () => {
  const result = JSON.parse(printJson(knowledge, assessment, assessed));

  it('has the documented shape', () => {
    assert.deepEqual(Object.keys(result), [
      'format',
      'workload',
      'verdict',
      'findings',
      'blockers',
      'missing',
      'progress',
      'asOf',
    ]);
    assert.deepEqual(Object.keys(result.verdict), [
      'fit',
      'possible',
      'form',
      'score',
      'low',
      'high',
      'coverage',
      'because',
    ]);
    assert.equal(result.workload, hostile);
    assert.equal(result.verdict.fit, 'undecided');
    assert.equal(result.missing[0].question, 'divisible');
    assert.equal(result.blockers[0].nextBestForm, 'workflow');
  });

  it('shows nobody a turned line, and gives a program the name as it is', () => {
    const workload = 'safe\u202etxt.exe \u{e0041} \u0085 \ud800';
    const text = printJson(knowledge, { ...assessment, workload }, assessed);
    assert.equal(visible(text), text);
    assert.equal(JSON.parse(text).workload, workload);
  });

  it('has null where there is no way round, and points with one digit behind the point', () => {
    const given = { ...assessed, blockers: assessed.blockers.map(blocker => ({ ...blocker, ...noWay })) };
    const missing = assessed.missing.map(item => ({ ...item, points: 12.345 }));
    const printed = JSON.parse(printJson(knowledge, assessment, { ...given, missing }));
    assert.deepEqual([printed.blockers[0].wayRound, printed.blockers[0].nextBestForm], [null, null]);
    assert.equal(printed.missing[0].points, 12.3);
  });

  it('rounds so that the range still holds the score', () => {
    const { score, low, high } = result.verdict;
    assert.ok(Number.isInteger(low) && Number.isInteger(high) && (score === null || (low <= score && score <= high)));
  });
});

describe('An explanation', () => {
  it('of a criterion publishes its weight, its rules, its ways round and its sources', () => {
    const page = explain(knowledge, 'criterion', 'run-time') ?? '';
    assert.match(page, /4 of 10/);
    assert.match(page, /\*Longest run\* is above 15 minutes \(Cloud: Longest run\)/);
    assert.match(page, /Cut it, as a workflow, which lifts it/);
    assert.match(page, /As of 2026-11-01, the provider's own page: <https:\/\/example\.com\/limits>/);
  });

  it('of a criterion says when it counts at all', () => {
    assert.match(explain(knowledge, 'criterion', 'events') ?? '', /counts only when \*Trigger\* includes "Queue"/);
    assert.doesNotMatch(explain(knowledge, 'criterion', 'state') ?? '', /counts only/);
  });

  it('of a question that only decides on a way round names the criterion all the same', () => {
    assert.match(explain(knowledge, 'question', 'divisible') ?? '', /## What it decides\n\n- \*\*Run time\*\*/);
  });

  it('of a question says why it is asked, how to find out and what it decides', () => {
    const page = explain(knowledge, 'question', 'longest-run') ?? '';
    assert.match(page, /How to find out/);
    assert.match(page, /\*\*Run time\*\* \(weight 4\)/);
  });

  it('of something that does not exist is nothing', () => {
    assert.equal(explain(knowledge, 'topic', 'nowhere'), undefined);
    assert.equal(explain(knowledge, 'question', '__proto__'), undefined);
  });
});
