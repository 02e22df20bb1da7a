
# Who is told when an alarm fires; the address has to confirm it once. Empty for nobody.
alarm_email = ""
