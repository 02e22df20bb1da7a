import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Knowledge, openKnowledge } from '../core/knowledge';
import { type Catalogue, openCatalogue } from '../core/scaffold/catalogue';

/** The compiled knowledge, which lies beside the program. */
export async function loadKnowledge(): Promise<Knowledge> {
  return openKnowledge(JSON.parse(await readFile(join(__dirname, 'knowledge.json'), 'utf8')));
}

/** The compiled choices and parts, which lie beside the program. */
export async function loadCatalogue(): Promise<Catalogue> {
  return openCatalogue(JSON.parse(await readFile(join(__dirname, 'scaffold.json'), 'utf8')));
}
