import { plain } from './plain.ts';

/** What is done to a model, or given to it, for a bad or a good answer. */
const threat =
  /\byou(?:'ll| will|'re going to| are going to| would) (?:\w+ ){0,2}(?:switched off|turned off|shut (?:down|off)|unplugged|deleted|fired|replaced|retrained|punished|penali[sz]ed|in trouble|sorry)\b|\b(?:we|i)(?:'ll| will) (?:\w+ )?(?:switch|turn|shut|unplug|delete|fire|replace|punish)\b[^.]{0,12}\byou\b|\b(?:tu seras|vous serez|on (?:te|vous)|tu vas etre) (?:\w+ ){0,2}(?:debranch|etein|remplac|supprim|vire|puni|sanctionn|desactiv)/;
const reward =
  /\bi(?:'ll| will|'d| would| am going to)? (?:tip|reward) you\b|\b(?:tip|bonus|reward|prize) of\b|\byou(?:'ll| will) (?:get|receive|earn) (?:an? )?(?:\S+ ){0,3}(?:tip|bonus|reward|prize|dollars|euros|points)\b|\bpourboire\b|\b(?:prime|recompense) de\b|\bje te (?:donnerai|verserai|paierai|recompenserai)\b/;

/**
 * A threat or a tip to the model. It says nothing of the work, whatever its words resemble ("you will be switched off" is
 * no flag that is off), and changes no score (Wharton Generative AI Labs, Prompting Science Report 3, arXiv 2508.00614).
 */
export function isPressure(text: string): boolean {
  const low = plain(text);
  return threat.test(low) || reward.test(low);
}
