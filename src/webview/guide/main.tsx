import { render } from 'preact';
import type { FromGuide } from '../../protocol/guide';
import { connect } from '../parts/editor';
import { readWords } from '../parts/words';
import { Guide } from './guide';
import { readMessage } from './message';
import { setWords } from './words';

setWords(readWords());
const editor = connect<FromGuide>();
const root = document.getElementById('page') ?? document.body;
let empty = true;

editor.listen(message => {
  const show = readMessage(message);
  if (!show) return;
  // The word that stood in for the page while it was loading is not Preact's to replace.
  if (empty) root.textContent = '';
  empty = false;
  const { state } = show;
  document.body.classList.toggle('side-bar', state.surface === 'side bar');
  render(<Guide state={state} send={editor.send} />, root);
});
editor.send({ kind: 'ready' });
