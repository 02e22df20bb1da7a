import type { S3Event } from 'aws-lambda';
import { groupsOf, linesOf } from '../../orders/lines';
import { parseJson } from '../../orders/order';
import { type OrderPorts, placeOrder } from '../../orders/place-order';
import type { Uploads } from '../../orders/uploads';
import type { Dependencies } from '../dependencies';
import { logger, observed } from '../observability';
import { report } from '../report';

/** What became of a file. */
export interface ImportedFile {
  readonly key: string;
  placed: number;
  rejected: number;
}

/** So many orders are placed at a time: a file of thousands would take too long one by one. */
const atOnce = 10;

/**
 * An order per line of each file. After a failure Lambda starts the file again, and the lines that were placed are
 * recognised; so a file may even be larger than one call can finish.
 */
export function object(dependencies: Dependencies & { readonly uploads: Uploads }) {
  return observed<S3Event, ImportedFile[]>(
    () => undefined,
    async (event, context) => {
      const ports = { ...dependencies, once: dependencies.onceFor(context) };
      const files: ImportedFile[] = [];
      for (const { s3 } of event.Records) {
        // S3 writes keys into its events as in a form: encoded, and with + for a space.
        const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
        const file = await importFile(key, ports, await dependencies.uploads.read(key));
        logger.info('File imported', { ...file });
        files.push(file);
      }
      return files;
    },
  );
}

async function importFile(key: string, ports: OrderPorts, content: AsyncIterable<Uint8Array>): Promise<ImportedFile> {
  const file: ImportedFile = { key, placed: 0, rejected: 0 };
  for await (const group of groupsOf(atOnce, linesOf(content)))
    await Promise.all(
      group.map(async ({ number, line }) => {
        const outcome = await placeOrder(parseJson(line), ports);
        // A bad line is reported with its number, and the lines after it are read all the same.
        report(outcome, { key, line: number });
        file[outcome.kind === 'placed' ? 'placed' : 'rejected'] += 1;
      }),
    );
  return file;
}
