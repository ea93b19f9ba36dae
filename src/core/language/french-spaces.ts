/**
 * The spaces of French typography, which an editor does not show and an author cannot see: narrow and unbreakable before
 * ; ! ?, unbreakable before : and within « », after M. and Mme, and within a number. Words are written with plain
 * spaces, and get these when they are loaded.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:»%€])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(?<![\p{L}\p{N}])(M\.|MM\.|Mmes?|Mlle|Dr|Me) (?=\p{Lu})/gu, '$1\u00a0')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u202f');
}
