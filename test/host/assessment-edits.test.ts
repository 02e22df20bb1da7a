import './vscode-stand-in';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyEdits, printAssessment } from '../../src/core/assessment/assessment';
import { knowledge } from '../core/small-knowledge';

/** The text of a file as an editor holds it, with offsets for positions. */
class OpenText {
  readonly uri = vscode.Uri.file('/a.assessment.json');
  readonly lineCount = 1;
  readonly isDirty = true;
  constructor(public text: string) {}
  getText = () => this.text;
  lineAt = () => ({ range: { end: this.text.length } });
  offsetAt = Number;
  positionAt = Number;
}

/** What the stand-in keeps of an edit. */
interface Replacements {
  readonly replaced: readonly {
    readonly range: { readonly start: number; readonly end: number };
    readonly text: string;
  }[];
}

describe('An edit of an assessment', () => {
  const workspace = { ...vscode.workspace };
  let open: OpenText;
  let refuses: boolean;
  let afterEdit: () => void;
  before(() => {
    const applyEdit = async ({ replaced }: Replacements) => {
      const edits = replaced.map(({ range: { start, end }, text: content }) => ({
        offset: start,
        length: end - start,
        content,
      }));
      if (!refuses) open.text = applyEdits(open.text, edits);
      afterEdit();
      return !refuses;
    };
    Object.assign(vscode.workspace, { applyEdit });
  });
  beforeEach(() => {
    open = new OpenText(printAssessment(knowledge, { workload: 'Orders', answers: {}, weights: {} }));
    refuses = false;
    afterEdit = () => {};
  });
  after(() => void Object.assign(vscode.workspace, workspace));

  const answer = async (value: number) => {
    const { changeAnswer } = await import('../../src/host/assessment/assessment-edits');
    return changeAnswer(knowledge, open as unknown as vscode.TextDocument, 'longest-run', { value });
  };
  const answered = () => JSON.parse(open.text).answers['longest-run']?.value;

  it('is planned for the text that the edits before it have left', async () => {
    const { changeWeight } = await import('../../src/host/assessment/assessment-edits');
    const document = open as unknown as vscode.TextDocument;
    const edits = [answer(1), changeWeight(knowledge, document, 'run-time', 7), answer(2)];
    assert.deepEqual(await Promise.all(edits), ['done', 'done', 'done']);
    assert.equal(answered(), 2);
    assert.deepEqual(JSON.parse(open.text).weights, { 'run-time': 7 });
  });

  it('leaves a text that cannot be read, also when it was damaged while the edit waited', async () => {
    let damaged = '';
    afterEdit = () => {
      damaged = open.text.replace('"format": 1,', '"format": 1');
      open.text = damaged;
    };
    assert.deepEqual(await Promise.all([answer(1), answer(2)]), ['done', 'left']);
    assert.equal(await answer(3), 'left');
    assert.equal(open.text, damaged);
  });

  it('never makes a text one that cannot be read', async () => {
    assert.equal(await answer(-5), 'left');
    assert.equal(answered(), undefined);
  });

  it('says when VS Code refuses it', async () => {
    refuses = true;
    assert.equal(await answer(1), 'refused');
  });
});
