alarm_actions       = [var.settings.alarm_topic_arn]
ok_actions          = [var.settings.alarm_topic_arn]
