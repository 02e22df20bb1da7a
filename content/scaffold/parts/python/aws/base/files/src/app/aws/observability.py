"""Logs and metrics of all functions. Service, namespace and level come from the environment."""

import warnings

from aws_lambda_powertools import Logger, Metrics

# JSON lines with a correlation id: one search finds all that was said about one request or one message.
logger = Logger()

# Metrics leave through the log (embedded metric format): no call that could fail or take time.
metrics = Metrics()
# Calls that count nothing, such as health checks, are none to be warned of.
warnings.filterwarnings("ignore", "No application metrics to publish")
