import { number, valueOf } from '../quantity.ts';
import type { Request } from '../reading.ts';
import { type Found, type Rule, type Sentence, itemsOf, negatedAt, quotedIn } from '../sentence.ts';

const versions = new RegExp(
  `(${number})\\s(?:[\\w-]+\\s){0,2}?(versions?|drafts?|alternatives?|variants?|variantes?|responses?|answers?|reponses?|propositions?)\\b`,
);
const holes = new RegExp(
  `(${number})\\s(?:or more\\s|ou plus\\s)?(?:\\w+\\s){0,2}?(?:placeholders?|emplacements?|espaces? reserves?|champs? (?:a (?:remplir|completer)|entre crochets|vides?))\\b`,
);
const standsOut =
  /\bhighlight\w*|\b(?:in|en) \**(?:bold|gras|italics?|italique)\b|\bbold(?:ed)?\b|\bemphasi[sz]e\w*|\bsurligne\w*|\bmet\w* (?:[\w'*]+ ){0,6}en (?:valeur|evidence|relief)\b|\bgras\b/;
const amount = new RegExp(number);

/** Titles, sections, highlights, placeholders, postscripts, separators, versions. */
export const shape: Rule = (sentence, { keys }) => {
  const { low } = sentence;
  const found: Found[] = [];
  const add = (request: Request, match: { index?: number; 0: string }) =>
    found.push({
      request,
      polarity: negatedAt(sentence, match.index ?? 0) ? -1 : 1,
      start: match.index ?? 0,
      end: (match.index ?? 0) + match[0].length,
    });
  const title = /\b(?:a title|the title|add a title|with a title|un titre|title wrapped|headline)\b/.exec(low);
  // Where a key is called so, the title is that key and no line above the answer.
  const isKey = keys.some((key) => /^(?:title|titre|headline)$/i.test(key.name));
  if (title && !isKey && !/\bno title|sans titre/.test(low)) {
    const brackets =
      /<<|\[\[|\(\(|\{\{/.exec(sentence.text)?.[0] ??
      (/double (?:angular|angle) brackets|doubles? chevrons/.test(low)
        ? '<<'
        : /square brackets|crochets/.test(low)
          ? '['
          : undefined);
    add(brackets ? { kind: 'title', brackets } : { kind: 'title' }, title);
  }
  const mark = separatorOf(sentence);
  const several = versions.exec(low);
  const copies = several ? valueOf(several[1] ?? '') : 0;
  const apart = mark !== undefined || !/^(?:responses?|answers?|reponses?|propositions?)$/.test(several?.[2] ?? '');
  const isVersions = several !== null && copies >= 2 && copies <= 12 && apart;
  if (isVersions) add({ kind: 'versions', count: copies, ...(mark ? { separator: mark } : {}) }, several);
  const filled = holes.exec(low);
  if (filled) add({ kind: 'placeholder', count: valueOf(filled[1] ?? '') }, filled);
  const strong = standsOut.exec(low);
  if (
    strong &&
    !negatedAt(sentence, strong.index) &&
    !/\b(?:no|without|sans|pas de)\s(?:\w+\s)?$/.test(low.slice(0, strong.index))
  )
    add({ kind: 'highlight', count: Math.min(40, nearby(low, strong.index, strong[0].length)) }, strong);
  sectionsOf(sentence, add);
  const postscript = /\b(?:postscript|post-scriptum|p\.\s?p?\.?s\b\.?|ps:)/.exec(low);
  if (postscript) add({ kind: 'postscript', marker: /p\.p\.s/i.test(sentence.text) ? 'P.P.S' : 'P.S.' }, postscript);
  const separator = /\b(?:separat\w*|separe\w*|divid\w*|divis\w*|split|between|entre)\b/.exec(low);
  if (separator && mark && !isVersions) add({ kind: 'separator', text: mark }, separator);
  const repeat =
    /\b(?:repeat|restate|reproduce|copy|repete[rz]?|recopie[rz]?|reprend[sz]?|reprenez|reproduis(?:ez)?)\b[^.\n]{0,24}\b(?:request|prompt|question|sentence|instructions?|message|demande|consigne|phrase)\b/.exec(
      low,
    );
  if (repeat) add({ kind: 'repeat-request' }, repeat);
  const wrapped =
    /\b(?:wrap|enclose|surround|put|inside|between|within|in|entoure\w*|encadre\w*|mets|mettez|place\w*|entre|avec) (?:[\w']+ ){0,7}?(?:double )?(?:quotation marks|quotes|guillemets)\b/.exec(
      low,
    );
  if (
    wrapped &&
    /\b(?:entire|whole|your|full|answer|reply|response|reponse|everything|tout|toute|ensemble|integralite)\b/.test(low)
  )
    add({ kind: 'quotation' }, wrapped);
  return found;
};

/** The number that stands nearest to a place; one where there is none. */
function nearby(low: string, at: number, length: number): number {
  const after = amount.exec(low.slice(at + length, at + length + 40));
  const before = [...low.slice(Math.max(0, at - 60), at).matchAll(new RegExp(number, 'g'))].at(-1);
  const n = valueOf(after && !before ? after[0] : (before?.[0] ?? after?.[0] ?? '1'));
  return n >= 1 ? n : 1;
}

function sectionsOf(sentence: Sentence, add: (request: Request, match: { index?: number; 0: string }) => void): void {
  const { low } = sentence;
  const named =
    /\b(?:sections?|headings?|rubriques?|parties|intertitres|titres de section)\b\s?(?:named|called|titled|entitled|are|:|intitulees?|nommees?|suivantes?)\s*:?\s*/.exec(
      low,
    );
  const marker =
    /(?<![\p{L}])(section|part|chapter|step|day|act|scene|stage|phase|partie|chapitre|etape|jour|acte|rubrique)\s?(?:x\b|1\b|i\b|n\b|#)/u.exec(
      low,
    );
  if (marker) {
    const word = sentence.text.slice(marker.index, marker.index + (marker[1] ?? '').length);
    const last = new RegExp(`${marker[1]}\\s?(\\d{1,2})(?!.*${marker[1]}\\s?\\d)`, 's').exec(low);
    const counted = new RegExp(
      `(${number})\\s(?:\\w+\\s){0,2}?(?:sections?|parts?|chapters?|steps?|days?|acts?|scenes?|stages?|phases?|parties|chapitres?|etapes?|jours|actes|rubriques?)\\b`,
    ).exec(low);
    const count = Math.max(counted ? valueOf(counted[1] ?? '') : 0, Number(last?.[1] ?? 0));
    if (count >= 2 && count <= 30) {
      add({ kind: 'sections', names: [], count, marker: word.charAt(0).toUpperCase() + word.slice(1) }, marker);
      return;
    }
  }
  if (!named) return;
  const rest = sentence.text.slice(named.index + named[0].length);
  const quoted = quotedIn({ ...sentence, text: rest }).map((one) => one.text);
  const names = quoted.length > 0 ? quoted : itemsOf(rest.replace(/[.;].*$/s, ''));
  if (names.length > 0) add({ kind: 'sections', names }, named);
}

function separatorOf(sentence: Sentence): string | undefined {
  const literal = /(\*{3,}|-{3,}|={3,}|#{3,}|_{3,}|~{3,}|\*(?: \*){2,})/.exec(sentence.text)?.[1];
  if (literal) return literal;
  const spelled = new RegExp(`(${number}) (asterisks?|asterisques?|dashes|hyphens|tirets|equals signs)`).exec(
    sentence.low,
  );
  if (spelled) {
    const sign = /^ast/.test(spelled[2] ?? '') ? '*' : /^equ/.test(spelled[2] ?? '') ? '=' : '-';
    return sign.repeat(Math.min(20, Math.max(1, valueOf(spelled[1] ?? ''))));
  }
  return /\b(?:separated|separe\w*) (?:by|par) ["'`]([^"'`\n]{1,20})/.exec(sentence.low)?.[1];
}
