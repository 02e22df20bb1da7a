import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAdvisor } from '../core/advisor';

/** The use cases, with the compiled content that lies beside the program. */
export const advisor = openAdvisor({
  // Compiled lines are nothing but ASCII, which is read without decoding it.
  readContent: name => readFile(join(__dirname, name), name.endsWith('.jsonl') ? 'latin1' : 'utf8'),
  today: () => new Date().toISOString().slice(0, 10),
});
