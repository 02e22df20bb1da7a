if (request.method === 'GET' || request.method === 'PUT') return replyOfBucket(request, path, body);
