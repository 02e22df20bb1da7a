/** How the guide reads: short sentences and paragraphs, and no number about the world without a source. */
import { type Line, linesIn, type PlacedLine } from '../core/guide/text';
import { type Check, looseNumber } from './check-shape.mts';
import { inText, linesBelow, proseIn, referencesIn, written } from './guide-place.mts';
import { commentIn, countWords, wordsIn } from './guide-text.mts';

/** In words. */
const longestSentence = 40;
const longestMean = 20;
const longestParagraph = 110;

export const proseChecks: readonly Check[] = [
  {
    name: 'readability',
    about: 'Sentences of at most 40 words and below 20 on average; paragraphs of at most 110.',
    *run(_knowledge, content) {
      for (const { text } of written(content, true)) {
        const prose = linesBelow(text).filter(isProse);
        const all: number[] = [];
        for (const { line } of prose) {
          const words = plain(line);
          if (countWords(words) > longestParagraph)
            yield inText(text, line, `has a paragraph of ${countWords(words)} words: cut it at ${longestParagraph}`);
          for (const sentence of sentencesOf(words)) {
            const length = countWords(sentence);
            all.push(length);
            if (length > longestSentence)
              yield inText(
                text,
                line,
                `has a sentence of ${length} words: "${sentence.slice(0, 60)}…": cut it at ${longestSentence}`,
              );
          }
        }
        const mean = all.reduce((sum, length) => sum + length, 0) / Math.max(1, all.length);
        if (mean > longestMean)
          yield inText(
            text,
            null,
            `has sentences of ${mean.toFixed(1)} words on average: bring it below ${longestMean}`,
          );
      }
    },
  },
  {
    name: 'prices and years',
    about: 'A price in dollars or a year in running text comes from a fact, which has a source and a date.',
    *run(_knowledge, content) {
      for (const { text } of written(content))
        for (const { line } of linesBelow(text)) {
          const [found] = priceOrYear.exec(proseIn(line, false)) ?? [];
          if (found)
            yield inText(text, line, `has "${found}" without a source: make it a fact or a note and quote {owner.id}`);
        }
    },
  },
  {
    name: 'numbers in summaries',
    about: "A chapter's summary, which is shown where there are no footnotes, names no number.",
    *run(_knowledge, { guide }) {
      for (const { id, number, summary } of guide.guide.chapters)
        if (number !== null && [...linesIn(summary)].some(({ line }) => looseNumber.test(wordsIn(line))))
          yield { file: `guide/${id}.md`, message: 'summary: a number without source' };
    },
  },
];

/** A price, or a year of the recent past or the near future that is not the beginning of a longer number or an amount. */
const priceOrYear =
  /(?:US)?\$\s?\d[\d,.]*|(?<![\d.,:/-])(?:199\d|20[0-4]\d)(?![\d:/-]|[.,]\d|\s?(?:[KMG]i?B|bytes?|milliseconds|ms|requests|calls|records|instances|orders|events|messages|functions)\b)/;

/** Running text: neither heading nor table, no generated list, and not a list entry that is a link and little else. */
function isProse({ line, within }: PlacedLine): boolean {
  if (within === 'heading' || within === 'table' || commentIn(line)) return false;
  const words = countWords(plain(line));
  const linked = referencesIn(line).reduce((sum, link) => sum + countWords(link.words), 0);
  return words > 0 && !(within === 'list' && linked * 2 > words);
}

/** Words as they are counted: code and facts as one each. */
function plain(line: Line): string {
  return line
    .map(piece => {
      if (typeof piece === 'string') return piece.replaceAll(/\{[^{}\s]+\}/g, 'Fact');
      if (piece.kind === 'code') return 'Code';
      if (piece.kind === 'fact') return 'Fact';
      if (piece.kind === 'break') return ' ';
      return 'children' in piece ? plain(piece.children) : '';
    })
    .join('');
}

/** Sentences end with a full stop, question or exclamation mark before a capital, a digit or a quotation. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["')\]]*)\s+(?=["'([]*[\p{Lu}\d])/u).filter(sentence => countWords(sentence) > 0);
}
