function replyOfBucket(request: IncomingMessage, path: string, body: string): Reply {
  const existing = cloud.objects.get(path);
  if (request.method === 'GET')
    return existing === undefined
      ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
      : { status: 200, body: existing };
  if (existing !== undefined && request.headers['if-none-match'] === '*')
    return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
  cloud.objects.set(path, body);
  return { status: 200, body: '' };
}
