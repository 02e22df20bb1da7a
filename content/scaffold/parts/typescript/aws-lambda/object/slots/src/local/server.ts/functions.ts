object: object({ ...dependencies, uploads: sampleUploads() }),
