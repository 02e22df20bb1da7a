import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { denyPlaintext, policy } from './policy.ts';
import { account, isDev, prefix } from './settings.ts';

/** A bucket that nobody outside sees: encrypted, with versions, and closed to the public whatever a policy says. */
export function createBucket(
  name: string,
  rules: aws.types.input.s3.BucketLifecycleConfigurationRule[] = [],
): aws.s3.Bucket {
  // Names of buckets are the world's: the number of the account makes this one's unlike any other.
  const bucket = new aws.s3.Bucket(name, {
    bucket: pulumi.interpolate`${prefix}-${name}-${account}`,
    forceDestroy: isDev,
  });
  const parent = { parent: bucket };
  const closed = new aws.s3.BucketPublicAccessBlock(
    name,
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    parent,
  );
  new aws.s3.BucketPolicy(
    name,
    { bucket: bucket.id, policy: policy(denyPlaintext('s3:*', bucket.arn, pulumi.interpolate`${bucket.arn}/*`)) },
    // S3 refuses to change both at the same moment.
    { ...parent, dependsOn: [closed] },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    name,
    { bucket: bucket.id, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
    parent,
  );
  const versioning = new aws.s3.BucketVersioning(
    name,
    { bucket: bucket.id, versioningConfiguration: { status: 'Enabled' } },
    parent,
  );
  new aws.s3.BucketLifecycleConfiguration(
    name,
    {
      bucket: bucket.id,
      rules: [
        {
          // What was replaced or deleted can be brought back for a month. Uploads that broke off are paid for, too.
          id: 'leftovers',
          status: 'Enabled',
          filter: {},
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
        ...rules,
      ],
    },
    { ...parent, dependsOn: [versioning] },
  );
  return bucket;
}
