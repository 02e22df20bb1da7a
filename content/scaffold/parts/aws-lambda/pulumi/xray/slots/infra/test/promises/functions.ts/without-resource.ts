// Spans have no name before they are written.
'xray:PutTelemetryRecords',
'xray:PutTraceSegments',
