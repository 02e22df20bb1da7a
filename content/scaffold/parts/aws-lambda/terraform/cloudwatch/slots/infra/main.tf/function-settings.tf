
# Where the errors alarms of the functions send their notices.
alarm_topic_arn = aws_sns_topic.alarms.arn
