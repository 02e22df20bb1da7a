import type { GuidePlace } from '../../core/guide/guide';
import { readVisits } from '../../core/guide/visits';
import { isRecord } from '../../core/language/record';
import type { FromGuide } from '../../protocol/guide';

/** A message from the page, if it is one of those it may send; anything else is dropped. */
export function parseIntent(message: unknown): FromGuide | undefined {
  if (!isRecord(message)) return undefined;
  const { kind, visits, place, query, chapter, section, read, question, options, platform, path, href, text } = message;
  switch (kind) {
    case 'ready':
    case 'back':
    case 'forward':
    case 'path-from-assessment':
    case 'open-in-editor':
    case 'export-progress':
    case 'reset-progress':
      return { kind };
    case 'remember':
      return isRecord(visits) ? { kind, visits: readVisits(visits) } : undefined;
    case 'go': {
      const wanted = parsePlace(place);
      return wanted && { kind, place: wanted };
    }
    case 'search':
      return isText(query) ? { kind, query } : undefined;
    case 'reading':
    case 'read':
      return isText(chapter) && isText(section) ? { kind, chapter, section } : undefined;
    case 'mark':
      return isText(chapter) && typeof read === 'boolean' ? { kind, chapter, read } : undefined;
    case 'answer':
      return isText(question) && Array.isArray(options) && options.every(isText)
        ? { kind, question, options }
        : undefined;
    case 'platform':
      return isText(platform) ? { kind, platform } : undefined;
    case 'path':
      return path === null || isText(path) ? { kind, path } : undefined;
    case 'follow':
      return isText(chapter) && isText(href) ? { kind, chapter, href } : undefined;
    case 'copy':
      return isText(text) ? { kind, text } : undefined;
    case 'open-markdown':
      return isText(chapter) ? { kind, chapter } : undefined;
    default:
      return undefined;
  }
}

function parsePlace(value: unknown): GuidePlace | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, chapter, section } = value;
  if (kind === 'home' || kind === 'review') return { kind };
  const isChapter = kind === 'chapter' && isText(chapter) && (section === null || isText(section));
  return isChapter ? { kind, chapter, section } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
