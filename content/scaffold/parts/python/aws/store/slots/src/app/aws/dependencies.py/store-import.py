from app.aws.store import open_store
