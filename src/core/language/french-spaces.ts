/**
 * The spaces of French typography, which an editor does not show and an author cannot see: narrow and unbreakable before
 * ; ! ?, unbreakable before : and within « ». Words are written with plain spaces, and get these when they are loaded.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:»%€])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0');
}
