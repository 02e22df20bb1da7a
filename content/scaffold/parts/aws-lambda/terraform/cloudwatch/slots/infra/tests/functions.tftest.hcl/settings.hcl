
alarm_topic_arn = "arn:aws:sns:eu-central-1:123456789012:alarms"
