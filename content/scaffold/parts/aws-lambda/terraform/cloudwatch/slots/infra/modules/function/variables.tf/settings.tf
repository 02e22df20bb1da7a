
alarm_topic_arn = string
