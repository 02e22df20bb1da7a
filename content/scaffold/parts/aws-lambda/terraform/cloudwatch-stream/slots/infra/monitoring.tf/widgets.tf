[
  {
    title   = "Stream: how far the function is behind (ms)"
    stat    = "Maximum"
    metrics = [["AWS/Lambda", "IteratorAge", "FunctionName", module.stream.name]]
  },
  {
    title   = "Stream: records that come in"
    stat    = "Sum"
    metrics = [["AWS/Kinesis", "IncomingRecords", "StreamName", aws_kinesis_stream.orders.name]]
  },
],
