/** A variable as completion offers it, with the beginning of what it stands for. */
export interface VariableChoice {
  name: string;
  /** The beginning of its value in the first case. */
  detail: string;
}
