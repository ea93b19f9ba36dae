/** How long a passphrase holds against somebody who has the device and guesses. */
type PassphraseStrength = 'weak' | 'fair' | 'strong';

/** What people type first, and guessers try first. */
const common =
  /pass(?:word|wort|e)?|mot ?de ?passe|qwert[yz]|azerty|abc+|letmein|admin|welcome|bonjour|soleil|candor|iloveyou|monkey|dragon|(?:19|20)\d\d|0?123(?:4(?:5(?:6(?:7(?:89?0?)?)?)?)?)?|(.)\1{2,}/giu;

/** Bits that a word adds when it is one of several, taken from a list of a few thousand. */
const bitsPerWord = 11;

/**
 * A rough and strict guess: what is common counts nothing; words count as words, not as letters; anything else counts by
 * the alphabet it draws from.
 */
export function strengthOf(passphrase: string): PassphraseStrength {
  const left = passphrase.replace(common, ' ').trim();
  const words = new Set(
    left
      .toLowerCase()
      .split(/[\s_.,;-]+/u)
      .filter((word) => /^\p{L}{3,}$/u.test(word)),
  );
  const rest = left.replace(/\p{L}{3,}/gu, ' ').replace(/\s+/g, '');
  const letters = (left.match(/\p{L}{3,}/gu) ?? []).join('');
  const asWords = words.size * bitsPerWord + new Set(rest).size * 4;
  const alphabet =
    (/[a-z]/.test(left) ? 26 : 0) +
    (/[A-Z]/.test(left) ? 26 : 0) +
    (/\d/.test(left) ? 10 : 0) +
    (/[^a-zA-Z\d\s]/.test(left) ? 30 : 0);
  // Letters in a row are likely a word, unless case and digits are mixed in as nobody writes.
  const random = alphabet > 60 && letters.length < left.length / 2;
  const bits = random ? left.length * Math.log2(alphabet) : asWords;
  return bits >= 55 ? 'strong' : bits >= 33 ? 'fair' : 'weak';
}
