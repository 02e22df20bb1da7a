stream: 'src/aws/stream.ts',
