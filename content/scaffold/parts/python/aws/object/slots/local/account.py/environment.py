"UPLOADS_BUCKET": "uploads",
