/** Something wrong in a file, for a person to put right. */
export interface Problem {
  /** Path from the folder that was asked for. */
  file: string;
  line: number;
  column?: number;
  message: string;
}
