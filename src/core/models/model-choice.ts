/** Which model answered. */
export interface ModelChoice {
  /** Provider and model, for instance `simulated-medium`. */
  id: string;
  seed: number;
  /** What the person read when it was chosen; it outlives the connection. Simulated models are named by their id. */
  name?: { model: string; connection: string };
}
