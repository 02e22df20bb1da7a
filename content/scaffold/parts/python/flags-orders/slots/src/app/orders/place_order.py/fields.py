discount: NotRequired[int]
