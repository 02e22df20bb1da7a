object: 'src/aws/object.ts',
