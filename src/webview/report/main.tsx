import { render } from 'preact';
import type { FromReport } from '../../protocol/report';
import { connect } from '../parts/editor';
import { readWords } from '../parts/words';
import { Damaged } from './damaged';
import { readMessage } from './message';
import { Report } from './report';
import { setWords } from './words';

setWords(readWords());
const editor = connect<FromReport>();
const root = document.getElementById('page') ?? document.body;
let empty = true;

editor.listen(message => {
  const show = readMessage(message);
  if (!show) return;
  // The word that stood in for the page while it was loading is not Preact's to replace.
  if (empty) root.textContent = '';
  empty = false;
  const { state, memory } = show;
  const page =
    state.kind === 'damaged' ? (
      <Damaged state={state} send={editor.send} />
    ) : (
      <Report state={state} memory={memory} send={editor.send} />
    );
  render(page, root);
});
editor.send({ kind: 'ready' });
