stream: stream(dependencies),
