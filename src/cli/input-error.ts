/** What was asked for cannot be done as it was asked: one clear sentence for the person, and exit code 2. */
export class InputError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'InputError';
  }
}
