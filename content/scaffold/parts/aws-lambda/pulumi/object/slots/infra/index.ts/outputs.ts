export const uploadsBucket = triggers.object.bucket.bucket;
