schedule: 'src/aws/schedule.ts',
