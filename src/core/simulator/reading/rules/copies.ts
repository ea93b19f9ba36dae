import { avoided, chunkAt } from '../mention.ts';
import { number, valueOf } from '../numerals.ts';
import type { Request } from '../reading.ts';
import type { Found, Rule, Sentence, Surroundings } from '../sentence.ts';

const parts =
  'paragraphs?|paragraphes?|sentences?|phrases?|lines?|lignes?|words?|mots?|sections?|bullets?|puces?|items?|stanzas?|points?|strophes?|asterisks?|asterisques?|dashes|hyphens|tirets|equals|stars|etoiles|times|fois';
const copiesNoun =
  'versions?|drafts?|alternatives?|variants?|variantes?|responses?|answers?|reponses?|propositions?|takes?|attempts?|essais?|formulations?|wordings?|tournures?|renditions?';
const several = new RegExp(`(${number})\\s(?:(?!(?:${parts})\\b)[\\w'-]+\\s){0,3}?(${copiesNoun})\\b`);
const anyNumber = new RegExp(`(?<![\\w'])(${number})\\s(?!(?:${parts})\\b)(?=[a-z])`, 'g');
const repeated =
  /\b(?:twice|both (?:versions|answers|responses|texts|of them)|in two (?:\w+ )?ways|de deux (?:facons|manieres)|les deux (?:versions|textes|reponses))\b/;
const dividing =
  /\b(?:separat\w*|separe\w*|divid\w*|divis\w*|split|between|entre|apart|in between|partition\w*|demarcat\w*|delimit\w*|mark off|with|avec|milieu|middle|puis|then|followed by|suivie?s? de|after that)\b/;

/** Versions, what stands between parts, and the request repeated. */
export const copies: Rule = (sentence, around) => {
  const found: Found[] = [];
  const { bare } = sentence;
  const mark = separatorOf(sentence, around);
  const counted = several.exec(bare);
  const own = counted ? valueOf(counted[1] ?? '') : 0;
  const ofParts =
    mark !== undefined &&
    new RegExp(
      `\\b(?:between|separat\\w*|divid\\w*|split|entre|separe\\w*)\\b[^.;]{0,30}\\b(?:paragraph|section|stanza|strophe)`,
    ).test(bare);
  if (
    own >= 2 &&
    own <= 12 &&
    (mark !== undefined ||
      !/^(?:responses?|answers?|reponses?|propositions?|takes?|essais?)$/.test(counted?.[2] ?? '') ||
      /\bdifferent|distinct/.test(counted?.[0] ?? ''))
  ) {
    found.push({
      request: { kind: 'versions', count: own, ...(mark ? { separator: mark } : {}) },
      polarity: 1,
      start: counted?.index ?? 0,
      end: (counted?.index ?? 0) + (counted?.[0].length ?? 0),
    });
  } else if (mark !== undefined) {
    const start = Math.max(0, bare.search(dividing));
    const copies = ofParts ? 0 : copiesOf(sentence, around);
    const request: Request =
      copies >= 2 ? { kind: 'versions', count: copies, separator: mark } : { kind: 'separator', text: mark };
    found.push({ request, polarity: 1, start, end: bare.length });
  }
  const again = repetition(sentence, around);
  if (again) found.push(again);
  return found;
};

/** How many texts a divider stands between: "two subject lines", "write it twice"; none where it divides paragraphs. */
function copiesOf(sentence: Sentence, { previous, earlier }: Surroundings): number {
  if (earlier.some((one) => one.request.kind === 'count' && one.request.unit === 'paragraph')) return 0;
  if (earlier.some((one) => one.request.kind === 'versions')) return 0;
  for (const one of [sentence, previous]) {
    if (!one) continue;
    if (
      new RegExp(`(?:${number})\\s(?:\\w+\\s){0,2}?(?:paragraphs?|paragraphes?|sections?|stanzas?|strophes?)\\b`).test(
        one.bare,
      )
    )
      return 0;
    if (repeated.test(one.bare)) return 2;
    for (const match of one.bare.matchAll(anyNumber)) {
      const count = valueOf(match[1] ?? '');
      if (count >= 2 && count <= 12) return count;
    }
  }
  const one =
    /\b(?:one|a|an|une?)\b.{2,60}\b(?:and|then|puis|et|after)\b.{0,30}\b(?:one|another|a second|a \w+ one|une? autre|une? seconde?|une)\b/;
  if (/[*=_~#-]{5}/.test(sentence.text) || one.test(sentence.bare)) return 2;
  return /\b(?:versions?|answers|responses|reponses|alternatives?|options?)\b/.test(
    `${sentence.bare} ${previous?.bare ?? ''}`,
  )
    ? 2
    : 0;
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/^(?:ast|star|etoile)/, '*'],
  [/^equ|^signes? egal/, '='],
  [/^(?:hash|diese|pound)/, '#'],
  [/^tilde/, '~'],
  [/^underscore|^soulign/, '_'],
  [/^(?:pipe|barre)/, '|'],
  [/./, '-'],
];
const spelled = new RegExp(
  `(${number})\\s(?:\\w+\\s)?(asterisks?|asterisques?|stars?|etoiles?|dashes|hyphens|tirets|equals? signs?|signes? egal|hash(?:es| signs?)|dieses|tildes|underscores|pipes)\\b`,
);

/** A divider, written out or described; only where something is to be divided. */
function separatorOf(sentence: Sentence, around: Surroundings): string | undefined {
  if (!dividing.test(sentence.bare) && !/\b(?:rule|ligne|line of|rangee|row of)\b/.test(sentence.bare))
    return undefined;
  const literal = /(\*{3,}|-{3,}|={3,}|#{3,}|_{3,}|~{3,}|\*(?: \*){2,})/.exec(sentence.text)?.[1];
  if (literal) return literal;
  const described = spelled.exec(sentence.bare);
  if (described)
    return (signs.find(([pattern]) => pattern.test(described[2] ?? ''))?.[1] ?? '-').repeat(
      Math.min(20, Math.max(1, valueOf(described[1] ?? ''))),
    );
  const quoted = sentence.quoted.find(
    (one) =>
      one.text.length <= 20 &&
      /\b(?:separat\w*|separe\w*|divid\w*|split|delimit\w*)\b[^"“«]{0,40}$/.test(sentence.bare.slice(0, one.start)),
  );
  if (quoted && /^[^\p{L}]+$|^[\p{Lu} -]+$/u.test(quoted.text)) {
    around.claimed.add(quoted.start);
    return quoted.text;
  }
  return undefined;
}

const echo =
  /\b(?:repeat\w*|restat\w*|reproduc\w*|cop(?:y|ies|ied|ying)|echo\w*|recit\w*|quot\w+ (?:back )?(?:my|the|this) (?:\w+ )?(?:request|question|prompt|message|instructions?|task)|redonn\w*|remet\w*|restitu\w*|retranscri\w*|say back|writ\w+ (?:out|down|back)|quote back|redis|redites|redire|repet\w*|recopi\w*|reprend\w*|reprenez|reprenant|reproduis\w*|reproduite?s?|reproduire|rappel\w*|reecri[ts]\w*|verbatim|word for word|word-for-word|mot (?:pour|a|par) mot|tel(?:le)? quel(?:le)?|a l'identique|sans (?:rien |la |le |y )?(?:changer|modifier|toucher)|without (?:any )?(?:chang|alter|modif)\w+|unchanged|exactly as|(?:give|hand|type)\w* (?:me )?(?:it )?(?:back|again)|letter for letter|lettre pour lettre|textuellement|a la virgule pres)\b/;
const requested =
  /\b(?:request|prompt|question|instructions?|message|task|query|sentence|demande|consigne|enonce|phrase|this|following|ceci|suivante?|it|la|le|above|what i (?:said|wrote|asked)|ma|my|line|ligne|text|texte)\b/;
const faithful =
  /\b(?:verbatim|word for word|word-for-word|mot (?:pour|a|par) mot|tel(?:le)? quel(?:le)?|a l'identique|sans rien changer|without (?:any )?chang\w+|unchanged|exactly|as (?:it )?is|again|letter|lettre|textuellement|a la virgule pres|request|prompt|question|task|query|demande|consigne|enonce)\b/;

function repetition(sentence: Sentence, around: Surroundings): Found | undefined {
  // What stands in brackets explains something else ("(device, how to reproduce it)").
  const outside = sentence.bare.replace(/\([^()]*\)/g, (aside, at: number) =>
    at === 0 ? aside : ' '.repeat(aside.length),
  );
  const colon = outside.indexOf(':');
  const before = colon > 0 ? outside.slice(0, colon + 1) : outside;
  // "Output format: the request repeated": the order stands behind the colon.
  const bare = echo.test(before) ? before : outside;
  const match = echo.exec(bare);
  if (!match || !requested.test(bare) || !faithful.test(bare)) return undefined;
  const verb =
    /\b(?:(?:give|hand|type)\w* (?:me )?(?:it )?(?:back|again)|open\w*|top|head|letter|lettre|debut\w*|quot\w+ (?:back )?(?:my|the|this)|redonn\w*|remet\w*|retranscri\w*|repeat\w*|restat\w*|reproduc\w*|cop(?:y|ied)|echo|say back|writ\w+|first|start\w*|begin\w*|before|line 1|top|d'abord|avant|commenc\w*|debut\w*|redis|repet\w*|recopi\w*|repren\w*|reproduis?\w*|rappel\w*|reecri\w*)\b/.test(
      bare,
    );
  if (
    !verb ||
    (/\b(?:quot|cit|passage|source|extrait|excerpt)\w*\b/.test(bare) &&
      !/\bquot\w+ (?:back )?(?:my|the|this) (?:\w+ )?(?:request|question|prompt|message|instructions?|task)\b|\bquotation marks\b/.test(
        bare,
      )) ||
    around.earlier.some((one) => one.request.kind === 'repeat-request')
  )
    return undefined;
  if (
    avoided(sentence, match.index, match.index + match[0].length) &&
    !/\b(?:before|avant|without|sans|first|d'abord)\b/.test(chunkAt(sentence, match.index).text)
  )
    return undefined;
  const quoted = sentence.quoted.find((one) => one.start > match.index && one.text.split(' ').length > 2);
  if (quoted) around.claimed.add(quoted.start);
  const after = colon >= 0 && bare === before ? sentence.text.slice(colon + 1).trim() : '';
  const text = quoted?.text ?? (after.split(' ').length > 2 ? after : undefined);
  return {
    request: { kind: 'repeat-request', ...(text ? { text } : {}) },
    polarity: 1,
    start: match.index,
    end: bare.length,
  };
}
