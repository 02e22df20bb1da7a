"""Invokes the functions as Lambda does."""

import importlib
import json
from pathlib import Path
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

ROOT = Path(__file__).resolve().parent.parent
TRIGGERS = [
    # <% slot triggers %>
]


class Context(LambdaContext):
    """What Lambda tells a function about a call."""

    def __init__(self) -> None:
        self._function_name = "local"
        self._memory_limit_in_mb = 128
        self._invoked_function_arn = "arn:aws:lambda:eu-central-1:123456789012:function:local"
        self._aws_request_id = "local"

    @staticmethod
    def get_remaining_time_in_millis() -> int:
        """As if each call had half a minute."""
        return 30_000


def sample(trigger: str) -> Any:
    """The sample event of a trigger."""
    return json.loads((ROOT / "events" / f"{trigger}.json").read_text(encoding="utf-8"))


def invoke(trigger: str, event: Any) -> Any:
    """What the function answers, as JSON: Lambda hands on nothing else."""
    handler = importlib.import_module(f"app.aws.{trigger}").handler
    return json.loads(json.dumps(handler(json.loads(json.dumps(event)), Context())))
