import { english, speak } from '../../core/language/words';
import type { ReportWords } from '../../protocol/report';
import { setLanguage } from '../parts/phrase';

/** Every word on the page that is not knowledge. */
export let words: ReportWords;

/** Says once, before anything is drawn, which words these are. */
export function setWords(given: ReportWords): void {
  words = given;
  setLanguage(words.language);
  speak(words.core ?? english);
}
