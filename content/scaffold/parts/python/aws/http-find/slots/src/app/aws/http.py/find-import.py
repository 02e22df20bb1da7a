from app.aws.dependencies import shop
