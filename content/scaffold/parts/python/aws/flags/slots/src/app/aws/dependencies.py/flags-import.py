from app.aws.flags import open_flags
