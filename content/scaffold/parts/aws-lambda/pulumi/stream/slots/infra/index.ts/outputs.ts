export const streamName = triggers.stream.source.name;
