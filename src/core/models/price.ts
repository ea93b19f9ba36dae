/** What a model charges, in its provider's currency. */
export interface Price {
  /** ISO 4217, for instance `USD`. */
  currency: string;
  inputPerMillion: number;
  outputPerMillion: number;
}
