import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Knowledge, parseKnowledge } from '../core/content/knowledge';
import { type Catalogue, parseCatalogue } from '../core/scaffold/catalogue';

/** The compiled knowledge, which lies beside the program. */
export function loadKnowledge(): Knowledge {
  return parseKnowledge(read('knowledge.json'));
}

/** The compiled choices and parts, which lie beside the program. */
export function loadCatalogue(): Catalogue {
  return parseCatalogue(read('scaffold.jsonl', 'latin1'));
}

function read(name: string, encoding: BufferEncoding = 'utf8'): string {
  return readFileSync(join(__dirname, name), encoding);
}
