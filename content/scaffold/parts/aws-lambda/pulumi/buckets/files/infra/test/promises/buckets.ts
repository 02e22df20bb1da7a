import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, statements, theOne } from '../program.ts';

test('buckets are closed, encrypted, and keep what was replaced', async () => {
  for (const { name } of await all('aws:s3/bucket:Bucket')) {
    const closed = await theOne('aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock', name);
    assert.ok(closed.inputs.blockPublicAcls && closed.inputs.blockPublicPolicy, name);
    assert.ok(closed.inputs.ignorePublicAcls && closed.inputs.restrictPublicBuckets, name);
    const versions = await theOne('aws:s3/bucketVersioning:BucketVersioning', name);
    assert.equal(versions.inputs.versioningConfiguration.status, 'Enabled', name);
    await theOne('aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration', name);
    const policy = await theOne('aws:s3/bucketPolicy:BucketPolicy', name);
    assert.ok(
      statements(policy).some(({ Effect, Sid }) => Effect === 'Deny' && Sid === 'DenyPlaintext'),
      name,
    );
  }
});
