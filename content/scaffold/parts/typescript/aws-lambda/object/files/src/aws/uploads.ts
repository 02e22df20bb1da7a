import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Uploads } from '../orders/uploads';
import { clientSettings } from './clients';
import { setting } from './settings';

/** Files in the bucket of the project. The bucket is a setting and not taken from the event: no event can make it read others. */
export function openUploads(): Uploads {
  const client = new S3Client(clientSettings);
  const bucket = setting('UPLOADS_BUCKET');
  return {
    async read(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error('The file has no content.');
      return Body as AsyncIterable<Uint8Array>;
    },
  };
}
