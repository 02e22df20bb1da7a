_create_bucket("uploads")
_upload_sample()
