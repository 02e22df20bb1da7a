
// Alarms, and the graphs that explain them.
createDashboard({
  functions: watchFunctions(triggers, shared),
