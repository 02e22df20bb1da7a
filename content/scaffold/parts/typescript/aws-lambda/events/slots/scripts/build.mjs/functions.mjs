events: 'src/aws/events.ts',
