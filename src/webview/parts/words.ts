/** The words that the extension wrote into the page (`src/host/ui/page.ts`): there before anything is shown. */
export function readWords<Words>(): Words {
  return JSON.parse(document.getElementById('words')?.textContent ?? '') as Words;
}
