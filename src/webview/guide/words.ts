import type { GuideWords } from '../../protocol/guide';
import { setLanguage } from '../parts/phrase';

/** Every word on the page that is not content. */
export let words: GuideWords;

/** Says once, before anything is drawn, which words these are. */
export function setWords(given: GuideWords): void {
  words = given;
  setLanguage(words.language);
}
