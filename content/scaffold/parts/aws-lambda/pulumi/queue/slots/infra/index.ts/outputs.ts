export const queueUrl = triggers.queue.source.url;
