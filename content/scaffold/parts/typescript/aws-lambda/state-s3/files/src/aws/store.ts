import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { OrderStore } from '../orders/store';
import { clientSettings } from './clients';
import { setting } from './settings';

/** Records as objects of a bucket, one file each. */
export function openStore(): OrderStore {
  const bucket = setting('ORDERS_BUCKET');
  const client = new S3Client(clientSettings);
  return {
    async save(id, value) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(id),
            Body: JSON.stringify(value),
            ContentType: 'application/json',
            // Only if there is no such object yet.
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        // S3 has no exception of its own for a condition that does not hold.
        if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
      }
    },
    async find(id) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) }));
        return Body && JSON.parse(await Body.transformToString());
      } catch (error) {
        // S3 says so only to a function that may list the bucket; to others it denies the access.
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}

function keyOf(id: string): string {
  return `orders/${id}.json`;
}
