import { number } from './numerals.ts';
import { perSentence, type Sentence } from './sentence.ts';

/** Verbs that begin a new order after "and": "avoid the word x and add a postscript". */
const ordering =
  'add|use|include|put|end|start|begin|finish|close|open|write|give|make|keep|do|avoid|mention|leave|return|highlight|wrap|separate|repeat|answer|reply|respond|stay|limit|stick|' +
  'divide|mark|format|then|also|no|never|without|nothing|must|should|has|have|contains?|at|exactly|only|it|its|the (?:whole|entire|answer|reply|response|last|first|second|third|final|text)|say|tell|insert|capitali[sz]e|' +
  'ajoute[rz]?|utilise[rz]?|emploie|mets|mettez|termine[rz]?|finis|commence[rz]?|ecris|donne[rz]?|fais|garde[rz]?|evite[rz]?|mentionne[rz]?|laisse[rz]?|repete[rz]?|reponds|reste[rz]?|limite[rz]?|separe[rz]?|' +
  "sans|ne|n'|aucune?|pas|jamais|doit|contient|au|exactement|seulement|uniquement|surtout|le (?:tout|dernier|premier)|la (?:derniere|premiere|reponse)|toute?|tout|dis|insere[rz]?";
const cut = new RegExp(
  `(?!(?<=\\bn[or])\\.\\s\\d)[;.!?…]+(?=\\s|$)|:(?=\\s|$)|,(?=\\s|$)|\\s-{1,2}\\s|[()\\n]|\\s(?:but|mais|then|puis|while|tout en|whose|dont)(?=\\s)|(?<!\\b(?:between|entre) \\S{1,12})\\s(?:and|et|&)(?=\\s(?:(?:${ordering}|${number})(?![\\w])|n'))`,
  'g',
);

/** Places where the clauses of a sentence part, as [start, end) of what parts them. */
const cutsOf = perSentence((sentence): readonly (readonly [number, number])[] =>
  [...sentence.bare.matchAll(cut)].map((match) => [match.index, match.index + match[0].length] as const),
);

export interface Chunk {
  text: string;
  start: number;
  end: number;
}

/** The clause around a place, quoted texts blanked. A list after a colon still belongs to what announced it. */
export function chunkAt(sentence: Sentence, start: number, end = start): Chunk {
  const cuts = cutsOf(sentence);
  let from = 0;
  let to = sentence.bare.length;
  for (let i = 0; i < cuts.length; i++) {
    const [at, after] = cuts[i]!;
    if (after <= start) {
      const list =
        sentence.bare[at] === ':' || sentence.bare[at] === '(' || /^\s-/.test(sentence.bare.slice(at, after));
      if (!list) from = after;
    } else if (at >= end) {
      to = at;
      break;
    }
  }
  return { text: sentence.bare.slice(from, to), start: from, end: to };
}

/** Looks like a prohibition and is none. */
const seeming =
  /\b(?:(?:don't|do not|never|dont) (?:forget|omit|fail|skip|neglect|leave out)|not only|\bn'\w+ (?:\w+ )?qu[e']|\bne \w+ (?:\w+ )?qu[e']|nothing but|no(?:t|ne)? (?:\w+ ){0,2}other than|rien d'autre que|without (?:fail|forgetting|exception)|no\. ?\d|no (?:more|fewer|less|later|longer|shorter|matter|doubt)(?: than)?|not (?:more|less|fewer|just)(?: than)?|n'oublie[rz]? pas|n'omet\w* pas|sans (?:oublier|faute|exception)|pas (?:plus|moins|seulement)|why not|can't wait)\b/g;
const before =
  /\b(?:no|not|never|without|w\/o|avoid\w*|skip\w*|omit\w*|exclud\w*|ban\w*|drop\w*|leav\w+(?: \w+)?(?: \w+)? out|free (?:of|from)|devoid|zero|steer clear|stay away|keep away|keep clear|refrain\w*|do without|done without|go without|forgo|eschew\w*|cut(?: out)?|taboos?|tabous?|nothing|none|nowhere|neither|nor|minus|forbid\w*|prohibit\w*|lose|ditch|remove|strip|ke(?:ep|pt)\b.{0,30}\bout\b|dispense with|must not|sans|aucune?s?|pas|jamais|ni|evit\w+|bann\w+|proscri\w+|exclu\w*|omet\w*|interdi\w*|nulle? part|exempte?s?|depourvue?s?|abstiens|abstenez|abstenir|passe-toi|passez-vous|passer\w* (?:de|des|du)|priver?\w* de|hors de question|renonce[rz]?|supprime[rz]?|oublie[rz]?|laisse[rz]? tomber|rien)\b|n't\b|\bn'/;
const behind =
  /(?:^-(?:free|less)\b|\bout of (?:it|this|the|your)\b|\b(?:forbidden|banned|off[- ]limits|taboo|prohibited|not allowed|disallowed|unwelcome|left out|absent|must not|may not|cannot|can not|can't|mustn't|shouldn't|should not|don't|do not|doesn't|does not|not (?:be|appear|occur|once|anywhere|used)|never|nowhere|out of bounds|interdite?s?|proscrite?s?|taboue?s?|bannie?s?|exclue?s?|prohibee?s?|a (?:eviter|proscrire|bannir|exclure)|ne (?:doit|doivent|peut|peuvent|figure|apparait|sera|seront))\b)/;

/** Whether the clause that speaks of something forbids it. */
export function avoided(sentence: Sentence, start: number, end: number): boolean {
  const chunk = chunkAt(sentence, start, end);
  const said = chunk.text.replace(seeming, (phrase) => '_'.repeat(phrase.length));
  if (before.test(said.slice(0, Math.max(0, start - chunk.start)))) return true;
  return behind.test(said.slice(Math.max(0, end - chunk.start)));
}
