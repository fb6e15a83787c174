/** Stands in for Atlaskit's feature-gate client: every gate is off, every experiment gives its fallback. */
const gates = {
  initializeCalled: () => false,
  initializeCompleted: () => false,
  checkGate: () => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, fallback: Value): Value => fallback,
};

export default gates;
