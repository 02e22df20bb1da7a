queue: 'src/aws/queue.ts',
