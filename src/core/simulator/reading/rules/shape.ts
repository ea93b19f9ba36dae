import { avoided, chunkAt } from '../mention.ts';
import { number, valueOf } from '../numerals.ts';
import { amountIn } from '../quantity.ts';
import type { Operator, Request } from '../reading.ts';
import { type Found, type Rule, type Sentence, type Surroundings, itemsOf } from '../sentence.ts';

const titled =
  /\b(?:a title|the title|its title|titled?|with (?:a )?title|un titre|le titre|titre|headline|name it)\b|<<|\bdouble angular brackets?\b|\bdouble angle brackets?\b|\bdoubles? chevrons\b/;
const holes =
  /\b(?:placeholders?|blanks?|slots?|gaps?|fill-ins?|(?:fields?|parts|bits|spots|things|details) (?:to be |to |for me to )?(?:fill\w*|complete\w*|replace\w*)|emplacements?|espaces? reserves?|champs? (?:a (?:remplir|completer)|entre crochets|vides?|modifiables?)|variables? entre crochets|trous?|a (?:completer|remplir)|square[- ]brackets?|(?:mentions?|elements?|informations?|zones?) (?:entre crochets|a (?:completer|remplir)))\b|\[[\p{L} _-]{1,30}\](?!\()/u;
const brackets = /\[|\bbrackets?\b|\bcrochets\b|\bplaceholders?\b|\bemplacements?\b|\bfill/;
const standsOut =
  /\bhighlight\w*|\b(?:in|en|with|avec) \**(?:du |de l'|le )?(?:bold|gras|italics?|italique)\b|\bbold(?:ed|face)?\b|\bitalici[sz]\w*|\bemphasi[sz]\w*|\bsurlign\w*|\bmet\w* (?:[\w'*]+ ){0,6}en (?:valeur|evidence|relief|avant)\b|\bgras\b|\bitaliques?\b|\bentoure\w* d'asterisques\b|\bmarkdown emphasis\b|\basterisks?\b|\basterisques?\b/;

/** Titles, sections, highlights, placeholders, postscripts. */
export const shape: Rule = (sentence, around) => {
  const { bare } = sentence;
  const found: Found[] = [];
  const add = (request: Request, match: { index?: number; 0: string }) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (!avoided(sentence, start, end)) found.push({ request, polarity: 1, start, end });
  };
  title(sentence, around, add);
  placeholders(sentence, add);
  const strong = standsOut.exec(bare);
  const starred = strong !== null && /^ast/.test(strong[0]);
  if (
    strong &&
    !(starred && (/\*{3}/.test(sentence.text) || /\b(?:separat|separe|divid|split|between|entre les)/.test(bare)))
  ) {
    const { count, op } = amountAt(sentence, strong.index, strong.index + strong[0].length);
    add({ kind: 'highlight', count: Math.min(40, count), ...(op ? { op } : {}) }, strong);
  }
  sections(sentence, around, add);
  const postscript = /\b(?:postscript|post-scriptum|p\.? ?(?:p\.? ?)?-?s\b\.?)(?![\w/])|\bps:/.exec(sentence.low);
  if (postscript && (!/^ps$/.test(postscript[0]) || /\bPS\b/.test(sentence.text))) {
    const written = /(?<!\p{L})P\.? ?(?:P\.? ?)?-?S(?:\.|(?=\W|$)):?/u.exec(sentence.text)?.[0].replace(/:$/, '');
    add({ kind: 'postscript', marker: written && written.length > 1 ? written : 'P.S.' }, postscript);
  }
  return found;
};

type Add = (request: Request, match: { index?: number; 0: string }) => void;

/** How many are meant at a place: the amount of its clause, else one. */
function amountAt(sentence: Sentence, start: number, end: number): { count: number; op?: Operator } {
  const chunk = chunkAt(sentence, start, end);
  const inside =
    amountIn(sentence.bare.slice(chunk.start, start)) ?? amountIn(sentence.bare.slice(end, chunk.end + 30));
  if (!inside || inside.value < 1) return { count: 1 };
  return inside.bare ? { count: inside.value } : { count: inside.value, op: inside.op };
}

function title(sentence: Sentence, around: Surroundings, add: Add): void {
  const { bare } = sentence;
  const match = titled.exec(bare);
  // Where a key is called so, the title is that key and no line above the answer.
  if (!match || around.keys.some((key) => /^(?:title|titre|headline)$/i.test(key.name))) return;
  const angular = /<<|\bdouble (?:angular|angle) brackets?\b|\bdoubles? chevrons\b/.test(bare);
  const other =
    /\[\[|\(\(|\{\{/.exec(sentence.text)?.[0] ?? (/\bsquare brackets\b|\bcrochets\b/.test(bare) ? '[' : undefined);
  if (
    !angular &&
    /^(?:titled?|titre|name it|le titre|the title)$/.test(match[0]) &&
    !/\b(?:add|give|with|include|put|needs?|must have|top|avec|ajoute|donne|mets|commence|start|begin)\b/.test(bare)
  )
    return;
  if (/\b(?:job|book|film|movie|song|poste|du livre|of the (?:book|film))\b/.test(chunkAt(sentence, match.index).text))
    return;
  add(
    angular ? { kind: 'title', brackets: '<<' } : other ? { kind: 'title', brackets: other } : { kind: 'title' },
    match,
  );
}

function placeholders(sentence: Sentence, add: Add): void {
  const { bare } = sentence;
  const match = holes.exec(bare);
  if (
    !match ||
    (!brackets.test(bare) && !/\bto (?:be )?fill|a (?:remplir|completer)/.test(bare)) ||
    /\btitle\b|\btitre\b/.test(chunkAt(sentence, match.index).text)
  )
    return;
  const start = bare.lastIndexOf('[', match.index) === match.index ? match.index : match.index;
  const names = [...sentence.text.matchAll(/\[([\p{L}][\p{L} _'-]{1,30})\]/gu)]
    .map((one) => one[1] ?? '')
    .filter(
      (name) =>
        !/^(?:placeholders?|champs?|brackets?|crochets?|square brackets?|ainsi|like this|emplacements?|fields?|blanks?)$/i.test(
          name,
        ),
    );
  // "Name, date and amount should be placeholders": what stands before says which.
  const row =
    /([\p{L}' ]{2,30}(?:, [\p{L}' ]{2,30})*,? (?:and|et) [\p{L}' ]{2,24}?)\s(?:should|must|as|are|in|go|entre|comme|doivent|sont|sous|to be)\b/iu.exec(
      sentence.text.slice(0, start).replace(/^.*[:;.!?]\s/s, '') + sentence.text.slice(start, start + 12),
    );
  if (names.length === 0 && row)
    names.push(...itemsOf(row[1] ?? '').map((name) => name.replace(/^(?:the|le|la|les|l'|mon|ma|my)\s/i, '')));
  const near = amountAt(sentence, start, start + match[0].length);
  const any =
    near.count === 1 && !near.op ? amountIn(bare.replace(/\[[^\]]*\]/g, (text) => '_'.repeat(text.length))) : undefined;
  const count =
    any && !any.bare && /placeholder|blank|crochet|bracket|champ|emplacement/.test(bare) ? any.value : near.count;
  const op = any && !any.bare ? any.op : near.op;
  add(
    {
      kind: 'placeholder',
      count: Math.min(40, Math.max(count, op === '<=' || op === '=' ? 0 : names.length)),
      ...(op ? { op } : {}),
      ...(names.length > 0 ? { names } : {}),
    },
    match,
  );
}

const sectionNoun =
  'sections?|parts?|chapters?|steps?|days?|acts?|scenes?|stages?|phases?|weeks?|rounds?|lessons?|episodes?|modules?|tips?|rules?|stops?|levels?|parties?|chapitres?|etapes?|jours?|actes?|rubriques?|semaines?|conseils?|regles?|lecons?|astuces?|points?|articles?|idees?|ideas?|reasons?|raisons?|niveaux?|exercices?|exercises?|questions?|themes?|blocs?|blocks?|volets?|titres?|titles?|temps';
const marker = new RegExp(
  `(?<![\\p{L}])(${sectionNoun})\\s?(?:x\\b|1\\b|i\\b|n\\b|#|\\[?(?:number|numero|n°)\\]?)`,
  'u',
);
const counter = new RegExp(`(?<!\\b(?:each|every|chaque) )(${number})\\s(?:[\\w'-]+\\s){0,2}?(?:${sectionNoun})\\b`);
/** The quoted word that a number follows. */
function wordBefore(sentence: Sentence, at: number): RegExpExecArray | null {
  const quoted = sentence.quoted.find((one) => one.start === at);
  const low = quoted ? sentence.low.slice(quoted.start + 1, quoted.end - 1).trim() : '';
  const found = low === '' ? null : new RegExp(`(${low.replace(/[^\p{L}]/gu, '.')})`, 'u').exec(sentence.low);
  return found;
}

const headed =
  /\b(?:sections?|headings?|headers?|rubriques?|parties|intertitres|titres de section|parts|chapters|chapitres)\b\s?(?:named|called|titled|entitled|headed|labelled|are|:|intitulees?|nommees?|appelees?|suivantes?|with (?:the )?(?:headings?|titles?))?\s*:?\s*(?:["“«]|(?<=:\s|named |called |titled |entitled |are |ees? |es ))/;

function sections(sentence: Sentence, around: Surroundings, add: Add): void {
  const { low, bare } = sentence;
  const row1 = /(?<![\p{L}])(\p{L}{3,20})\s?1\b.{1,60}?(?<![\p{L}])\1\s?2\b/u.exec(low);
  const spoken =
    /["]_+["] (?:plus|and|followed by|with|suivie? d[eu]|et|avec) (?:its|the|a|son|du|le|un) (?:number|numero)\b/.exec(
      bare,
    );
  const numbered = row1 ?? marker.exec(low) ?? (spoken ? wordBefore(sentence, spoken.index) : null);
  if (numbered) {
    const word = sentence.text.slice(numbered.index, numbered.index + (numbered[1] ?? '').length);
    const row = [...low.matchAll(new RegExp(`(?<![\\p{L}])${numbered[1]}\\s?(\\d{1,2})\\b`, 'gu'))].map((one) =>
      Number(one[1]),
    );
    const telling =
      row.length > 1 ||
      /\b(?:x|n|#|section|heading|head\w*|title\w*|label\w*|mark\w*|call\w*|named?|number\w*|start\w*|begin\w*|introduc\w*|each|every|chaque|chacune?|intitul\w*|titre\w*|commenc\w*|debut\w*|annonc\w*|numerot\w*|nomm\w*|appel\w*|introdui\w*|precede\w*|rubriques?)\b/.test(
        low,
      );
    if (telling) {
      const { earlier, previous, claimed } = around;
      const counted = [counter.exec(bare), previous ? counter.exec(previous.bare) : null].map((one) =>
        one ? valueOf(one[1] ?? '') : 0,
      );
      const before = earlier.findLast(
        (one) => one.request.kind === 'count' && /^(?:section|item|paragraph)$/.test(one.request.unit),
      )?.request;
      const said = before?.kind === 'count' ? before.value : 0;
      const last = Math.max(0, ...row);
      const count = Math.max(last > 2 ? last : 0, counted[0] ?? 0) || Math.max(counted[1] ?? 0, said) || last;
      for (const one of sentence.quoted)
        if (one.start <= numbered.index && numbered.index < one.end) claimed.add(one.start);
      if (count >= 1 && count <= 30) {
        add({ kind: 'sections', names: [], count, marker: word.charAt(0).toUpperCase() + word.slice(1) }, numbered);
        return;
      }
    }
  }
  const named = headed.exec(bare);
  if (!named) return;
  const from = named.index + named[0].replace(/["“«]$/, '').length;
  const quoted = sentence.quoted.filter((one) => one.start >= from - 1);
  quoted.forEach((one) => around.claimed.add(one.start));
  const names =
    quoted.length > 0 ? quoted.map((one) => one.text) : itemsOf(sentence.text.slice(from).replace(/[.;(].*$/s, ''));
  if (names.length > 1 && names.every((name) => name.split(/\s+/).length <= 6)) add({ kind: 'sections', names }, named);
}
