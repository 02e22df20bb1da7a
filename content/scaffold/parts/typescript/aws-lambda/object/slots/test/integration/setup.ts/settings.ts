process.env.UPLOADS_BUCKET = 'uploads';
