/** How the guide reads: short sentences and paragraphs, and no number about the world without a source. */
import type { Token } from 'markdown-it';
import { type Check, looseNumber } from './check-shape.mts';
import { inText, linksIn, type Piece, piecesOf, proseIn, written } from './guide-place.mts';
import { countWords, listMarker, tokensOf } from './guide-text.mts';

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
        const prose = piecesOf(tokensOf(text)).filter(isProse);
        const all: number[] = [];
        for (const { token, line } of prose) {
          const words = plain(token);
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
        for (const { token, line } of piecesOf(tokensOf(text))) {
          const [found] = priceOrYear.exec(proseIn(token, false)) ?? [];
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
        if (number !== null && looseNumber.test(summary))
          yield { file: `guide/${id}.md`, message: 'summary: a number without source' };
    },
  },
];

/** A price, or a year of the recent past or the near future that is not the beginning of a longer number or an amount. */
const priceOrYear =
  /(?:US)?\$\s?\d[\d,.]*|(?<![\d.,:/-])(?:199\d|20[0-4]\d)(?![\d:/-]|[.,]\d|\s?(?:[KMG]i?B|bytes?|milliseconds|ms|requests|calls|records|instances|orders|events|messages|functions)\b)/;

/** Running text: neither heading nor table, no generated list, and not a list entry that is a link and little else. */
function isProse({ token, within }: Piece): boolean {
  if (within === 'heading' || within === 'table' || listMarker(token)) return false;
  const words = countWords(plain(token));
  const linked = linksIn(token).reduce((sum, link) => sum + countWords(link.words), 0);
  return words > 0 && !(within === 'list' && linked * 2 > words);
}

/** Words as they are counted: code and facts as one each, markers of check boxes and notes as none. */
function plain(inline: Token): string {
  return (inline.children ?? [])
    .map(({ type, content }) => {
      if (type === 'code_inline') return 'Code';
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return type === 'text' ? content : '';
    })
    .join('')
    .replaceAll(/\{[^{}\s]+\}/g, 'Fact')
    .replace(/^\[(?: |x|!(?:NOTE|TIP|WARNING))\]\s*/, '');
}

/** Sentences end with a full stop, question or exclamation mark before a capital, a digit or a quotation. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["')\]]*)\s+(?=["'([]*[\p{Lu}\d])/u).filter(sentence => countWords(sentence) > 0);
}
