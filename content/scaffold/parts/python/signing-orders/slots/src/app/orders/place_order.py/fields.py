signature: NotRequired[str]
