import { plainWords } from './shingles.ts';

const good = new Set(
  (
    'good great excellent love loved loves perfect happy helpful fast easy friendly nice amazing wonderful best recommend pleased thanks satisfied works ' +
    'bon bonne excellent excellente parfait parfaite ravi ravie heureux aime adore super genial rapide facile agreable merci satisfait satisfaite recommande bien'
  ).split(' '),
);
const bad = new Set(
  (
    'bad terrible awful hate hated slow broken late rude useless poor worst disappointed disappointing never refund problem bug crash crashed expensive angry wrong lost missing failed fails ' +
    'mauvais mauvaise nul nulle horrible lent lente casse cassee retard decu decue decevant probleme bogue panne cher chere erreur perdu manque jamais inutile pire'
  ).split(' '),
);
const turning = new Set(['not', 'no', 'never', 'hardly', 'pas', 'jamais', 'aucun', 'aucune', 'plus']);

/** Whether a text sounds pleased (above 0) or not (below 0). */
export function sentiment(text: string): number {
  const words = plainWords(text.slice(0, 20_000));
  let sum = 0;
  words.forEach((word, index) => {
    const value = good.has(word) ? 1 : bad.has(word) && !turning.has(word) ? -1 : 0;
    if (value !== 0) sum += turning.has(words[index - 1] ?? '') || turning.has(words[index - 2] ?? '') ? -value : value;
  });
  return sum;
}
