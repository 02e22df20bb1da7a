"schedule",
