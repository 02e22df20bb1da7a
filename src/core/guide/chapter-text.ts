import type { Knowledge } from '../content/knowledge';
import { type Citation, cite } from './citation';
import type { Chapter } from './guide';

/**
 * A chapter as plain Markdown that any viewer shows: facts filled in and numbered, their sources at the end, diagrams in
 * words, the quiz with its answers below it.
 */
export function printChapter(knowledge: Knowledge, chapter: Chapter): string {
  const sources = new Map<string, Citation>();
  const fillIn = (text: string): string => outsideCode(text, prose => withFacts(knowledge, sources, prose));
  const body = outsideCode(chapter.markdown, prose =>
    prose
      .replaceAll(/^(#{2,} .*?)[ \t]*\{#[a-z0-9-]+\}[ \t]*$/gm, '$1')
      .replaceAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_whole, title: string, path: string) =>
        inWords(title, chapter.diagrams[path]),
      )
      .replaceAll(/^> \[!(NOTE|TIP|WARNING)\][ \t]*$/gm, (_whole, kind: string) => `> **${notes[kind]}**\n>`)
      .replaceAll(/^(\s*[-*] )\[ \] /gm, '$1☐ ')
      // What such a link does, a plain page cannot.
      .replaceAll(/\[([^\]]*)\]\((?:term|question|criterion|scaffold|search|command):[^)]*\)/g, '$1')
      .replaceAll(/\[([^\]]*)\]\(#[a-z0-9-]+\)/g, '$1')
      // Its anchors are made from headings, not from our ids.
      .replaceAll(/\]\(([a-z0-9-]+\.md)#[a-z0-9-]+\)/g, ']($1)'),
  );
  const parts = [
    `# ${chapter.number === null ? '' : `${chapter.number}. `}${chapter.title}`,
    fillIn(body).trim(),
    ...(chapter.quiz.length > 0 ? [fillIn(printQuiz(chapter.quiz))] : []),
    ...(chapter.reading.length > 0 ? [printReading(chapter.reading)] : []),
  ];
  if (sources.size > 0) parts.push(printSources([...sources.values()]));
  return `${parts.join('\n\n')}\n`;
}

const notes: Readonly<Record<string, string>> = { NOTE: 'Note', TIP: 'Tip', WARNING: 'Warning' };

/** Changes everything but code, in fences and in lines, which is to be read as it stands. */
function outsideCode(markdown: string, change: (prose: string) => string): string {
  return markdown
    .split(/(^```[^\n]*\n[\s\S]*?^```[ \t]*$|`[^`\n]+`)/gm)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}

function withFacts(knowledge: Knowledge, sources: Map<string, Citation>, text: string): string {
  return text.replaceAll(/\{([a-z0-9-]+\.[a-z0-9-]+)\}/g, (whole, id: string) => {
    const citation = sources.get(id) ?? cite(knowledge, id);
    if (!citation) return whole;
    sources.set(id, citation);
    return `${citation.text} [\\[${[...sources.keys()].indexOf(id) + 1}\\]](#sources)`;
  });
}

/** What a diagram shows, for a reader who does not see it. */
function inWords(title: string, svg: string | undefined): string {
  const description = /<desc>([\s\S]*?)<\/desc>/
    .exec(svg ?? '')?.[1]
    ?.replaceAll(/\s+/g, ' ')
    .trim();
  return description ? `*${title}.* ${unescaped(description)}` : `*${title}*`;
}

function unescaped(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => signs[name] ?? '');
}

function printQuiz(quiz: Chapter['quiz']): string {
  const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);
  const questions = quiz.map(({ case: situation, ask, options }, index) =>
    [
      `### Question ${index + 1}`,
      ...(situation ? [situation] : []),
      `**${ask}**`,
      options.map(({ text }, option) => `- ${letter(option)}) ${text}`).join('\n'),
    ].join('\n\n'),
  );
  const answers = quiz.map(({ options }, index) =>
    [
      `**Question ${index + 1}**`,
      options
        .map(({ correct, feedback }, option) => `- ${letter(option)}) ${correct ? 'Right' : 'Wrong'}. ${feedback}`)
        .join('\n'),
    ].join('\n\n'),
  );
  return ['## Quiz', ...questions, '### Answers', ...answers].join('\n\n');
}

function printReading(reading: Chapter['reading']): string {
  return ['## Further reading', '', ...reading.map(({ title, url, why }) => `- [${title}](${url}). ${why}`)].join('\n');
}

function printSources(citations: readonly Citation[]): string {
  const confidence = {
    provider: "the provider's own page",
    secondary: 'a secondary source',
    computed: 'worked out from sources',
  };
  const lines = citations.map(
    ({ about, title, text, note, source, asOf, confidence: how }, index) =>
      `${index + 1}. **${about}, ${title}**: ${text}${note ? ` (${note})` : ''}. As of ${asOf}, ${confidence[how]}: <${source}>`,
  );
  return ['## Sources', '', ...lines].join('\n');
}
