
from app.aws.telemetry_secret import headers_from_secret
