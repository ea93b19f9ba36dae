import type { KeySpec } from './reading.ts';
import { number, valueOf } from './numerals.ts';
import { plain } from './plain.ts';
import { itemsOf, quotesIn } from './sentence.ts';

const name = '[\\p{L}_][\\p{L}\\p{N}_.-]{0,40}';
const lead =
  /\b(?:keys?|fields?|columns?|headers?|en-?tetes?|properties|property|attributes?|cles?|clefs?|champs?|colonnes?|proprietes?|attributs?)\b(?:\s(?:named|called|are|exactly|only|in this order|suivants?|suivantes?|nommee?s?|appelee?s?|sont|dans cet ordre|of|de|being))*(?:, [^:;.,"«“\n]{1,40}(?=\s?:))?\s*(?:[:=(]|\s)\s*/;
/** "a JSON object: outcome and reply", « du JSON avec outcome et reply »: the keys follow the name of the form. */
const formLead =
  /\b(?:json(?:\s(?:objects?|records?|array))?|yaml|xml|objets? json|(?:^|\.\s)(?:table|tableau|csv)(?=\s?:)|(?:an?|one|un)\s(?:object|objet)|objects|objets)\b(?:,?\s(?:only|alone|and nothing else|nothing else|seul(?:ement)?|uniquement|et rien d'autre|rien d'autre))?\s*(?:[:=(](?!\s*(?:an?|one|une?)\s(?:\w+\s)?(?:objects?|objets?|lists?|listes?|arrays?|tableau|records?)\b)|\s(?:with|containing|contains|holding|having|of|avec|contenant|comportant|ayant)\s(?:exactly\s|only\s|just\s|the\s|following\s?:?\s|two\s|three\s|deux\s|trois\s)*(?=["'`«“]|\S+\s?(?:\(|,|and\b|et\b)))\s*/;
/** "Then give verdict, amount and rule", behind a sentence that named a first key. */
const goingOn =
  /^\W*(?:and |et )?(?:then|next|after (?:that|it|this)|followed by|puis|ensuite|suivie?s? d[e'])[,\s]+(?:(?:give|return|output|write|put|add|come|fill in|donne|renvoie|ecris|mets|ajoute|viennent)\s)?(?:me\s)?(?:the\s|la\s|le\s|les\s)?:?\s*/;
const types: readonly (readonly [NonNullable<KeySpec['type']>, RegExp])[] = [
  ['date', /\b(?:dates?|yyyy|aaaa|iso|iso[ -]?8601)\b/],
  ['array', /\b(?:arrays?|lists?|listes?|tableau|string\[\])\b|\[\s*\]|\[\.\.\.\]/],
  ['number', /\b(?:numbers?|integer|int|float|decimals?|numeric|nombres?|entiers?|numerique|chiffres?)\b/],
  ['boolean', /\b(?:bool(?:ean)?|booleen|true\s?(?:\/|or|\||ou)\s?false|vrai ou faux|yes\/no)\b/],
  ['object', /\b(?:objects?|objets?)\b/],
  ['string', /\b(?:strings?|text|texte|chaine|sentences?|phrases?)\b/],
];

/** What is said about a key: its type and the values it may take. */
export function specified(key: string, said: string): KeySpec {
  const low = plain(said);
  const spec: KeySpec = { name: key };
  const values = valuesIn(said);
  const type = types.find(([, pattern]) => pattern.test(low))?.[0];
  if (type) spec.type = type;
  const count = type === 'array' ? new RegExp(`(?:^|\\s)(${number})\\s(?=[a-z])`).exec(low)?.[1] : undefined;
  if (count !== undefined && !/^(?:an?|une?|one)$/.test(count)) spec.count = valueOf(count);
  if (said.trim() !== '') spec.hint = said.trim().slice(0, 200);
  if (values.length > 1) {
    spec.oneOf = values;
    spec.type = 'string';
  }
  return spec;
}

function valuesIn(said: string): string[] {
  const inner = /\b(?:one of|either|among|parmi|soit|l'un de|l'une de|values?|valeurs?)\b[^"“«`\p{L}]*(.+)/iu.exec(
    said,
  )?.[1];
  const piped = /["'`]?([\p{L}\p{N}_ -]{1,40}(?:["'`]?\s*[|/]\s*["'`]?[\p{L}\p{N}_ -]{1,40})+)["'`]?/u.exec(said)?.[1];
  const quoted = [...said.matchAll(/["“«`]\s?([^"”»`]{1,60}?)\s?["”»`]/g)].map((match) => match[1] ?? '');
  if (quoted.length > 1 && (inner !== undefined || /["”»`]\s*(?:or|ou|\||\/|,)\s*["“«`]/.test(said)))
    return quoted.flatMap((one) => one.split('|')).map((one) => one.trim());
  if (piped)
    return piped
      .split(/\s*[|/]\s*/)
      .map((one) => one.replace(/["'`]/g, '').trim())
      .filter((one) => one !== '');
  if (inner !== undefined) {
    const items = itemsOf(inner.replace(/[).].*$/s, ''));
    if (items.length > 1 && items.every((item) => item.length < 40)) return items;
  }
  return quoted.length === 1 && quoted[0]?.includes('|') ? quoted[0].split('|').map((one) => one.trim()) : [];
}

/** Keys that a text lists: "with keys a, b (a number) and c", « avec les clés a et b », `fields:` and a list. */
export function keysNamed(text: string): { keys: KeySpec[]; start: number; end: number } | undefined {
  const low = plain(text);
  const inside =
    /\((?:with )?(?:the )?(?:keys?|fields?|cles?|champs?|columns?|colonnes?|attributs?|attributes?)\s?:?\s([^()]{3,200})\)/.exec(
      low,
    );
  if (inside) {
    const start = inside.index + inside[0].length - 1 - (inside[1] ?? '').length;
    const items = itemsOf(text.slice(start, start + (inside[1] ?? '').length));
    if (items.length > 1 && items.every((item) => item.split(/\s+/).length <= 3))
      return { keys: items.map((item) => ({ name: item })), start: inside.index, end: inside.index + inside[0].length };
  }
  return rowAfter(text, lead.exec(low)) ?? rowAfter(text, formLead.exec(low));
}

/** The keys that a sentence adds to those of the one before it: two or more, of a word each. */
export function keysGoingOn(text: string): { keys: KeySpec[]; start: number; end: number } | undefined {
  const row = rowAfter(text, goingOn.exec(plain(text)));
  const tells = /_|\(|,/.test(text.slice(row?.start ?? 0, row?.end ?? 0));
  return row && row.keys.length > 1 && tells ? row : undefined;
}

/** "JSON only: an object with …": the form is named twice. */
const anObject =
  /^(?:an?|one|un)\s(?:json\s)?(?:object|objet)(?:\sjson)?\s(?:with|containing|holding|having|avec|contenant|ayant)\s/;

function rowAfter(
  text: string,
  marker: RegExpExecArray | null,
): { keys: KeySpec[]; start: number; end: number } | undefined {
  if (!marker) return undefined;
  const form = anObject.exec(plain(text.slice(marker.index + marker[0].length)))?.[0] ?? '';
  const from = marker.index + marker[0].length + form.length;
  const rest = text.slice(from, from + 2000);
  const single = /^(?:key|field|property|attribute|cle|clef|champ|propriete|attribut)\b/.test(marker[0])
    ? singleKey(rest)
    : undefined;
  if (single) return { keys: [single.key], start: marker.index, end: from + single.length };
  const listed = keysListed(rest);
  if (listed.length > 0) return { keys: listed, start: marker.index, end: Math.min(text.length, from + rest.length) };
  const keys: KeySpec[] = [];
  let holder: KeySpec | undefined;
  let at = 0;
  const item = new RegExp(
    `^\\s*(?:[-*•]\\s*)?(?:and\\s|et\\s|puis\\s|then\\s|or\\s)?\\s*(?:the\\s|a\\s|an\\s|la\\s|le\\s|une?\\s)?(?:(["“«'\`])\\s?([^"”»'\`\\n]{1,60}?)\\s?["”»'\`]|(${name}))\\s*(?:\\(([^()]{0,300}(?:\\([^()]*\\)[^()]*)?)\\)|\\s?[:=]\\s*([^,;\\n]{1,80})|,\\s((?:(?:an?|une?)\\s)?${ofObjects}[^.;\\n]{1,300}|(?:(?:an?|une?)\\s(?:${typeNames})(?![\\p{L}])|(?:lists?|arrays?|listes?|tableaux?)\\s(?:of|d['’e]))[^,;.\\n]{0,80}))?\\s*(?:([,;/|+])|(?=\\s(?:and|et|plus)\\s)|(?=[.\\n]|$)|)`,
    'iu',
  );
  for (let count = 0; count < 60; count++) {
    const match = item.exec(rest.slice(at, at + 500));
    if (!match || match[0].trim() === '') break;
    const key = match[2] ?? match[3] ?? '';
    if (match[3] !== undefined && stopWords.has(plain(key))) break;
    // '"reason", max 90 characters' says how long.
    if (match[3] !== undefined && limiting.test(plain(rest.slice(at)))) break;
    const said = specified(key.replace(/[.,;]+$/, ''), match[4] ?? match[5] ?? match[6] ?? '');
    if (holder?.keys) holder.keys.push(said);
    else {
      keys.push(nested(said));
      // "findings, a list of objects with place, size and quote": what comes after it is within it.
      if (match[4] === undefined && holdsBare(said)) holder = said;
    }
    at += match[0].length;
    const next = rest.slice(at);
    if (match[7] === undefined && !/^\s*(?:and|et|plus|,)\s/i.test(next)) break;
    if (/^\s*\n\s*\n/.test(next)) break;
  }
  if (keys.length === 0 || (keys.length === 1 && !/["“«`:(]/.test(text.slice(marker.index, from + 3))))
    return undefined;
  return { keys, start: marker.index, end: from + at };
}

/** "the key "codes", a list of objects with …", « dans la clé calculs : part de B, taux »: what follows tells of it. */
function singleKey(rest: string): { key: KeySpec; length: number } | undefined {
  const match = new RegExp(
    `^(?:["“«'\`]\\s?([^"”»'\`\\n]{1,60}?)\\s?["”»'\`]|(${name}))(?:\\s?:\\s?|,\\s(?=(?:an?|une?|the|with|containing|avec|each|whose|dont)\\s))([^.;\\n]{1,300})`,
    'u',
  ).exec(rest);
  // "keys a: text, b: text" goes on with the next key.
  if (!match || /[,;]\s?["“«'`]?[\p{L}\p{N}_-]+["”»'`]?\s?:/u.test(match[3] ?? '')) return undefined;
  if (match[2] !== undefined && stopWords.has(plain(match[2]))) return undefined;
  const said = match[3] ?? '';
  return { key: nested(specified(match[1] ?? match[2] ?? '', said)), length: match[0].length };
}

/** "a list of objects with …": the keys that follow, up to the end of the sentence, are those of the objects. */
const ofObjects =
  "(?:lists?|arrays?|listes?|tableaux?)\\s(?:of|d['’e]\\s?)\\s?(?:objects?|objets?|items?|entries|records?|[eé]l[eé]ments?)\\s(?:each\\s|chacun\\s)?(?:with|having|holding|containing|avec|contenant|ayant)\\s";

const typeNames =
  'lists?|arrays?|strings?|numbers?|integers?|booleans?|objects?|dates?|listes?|tableau|cha[iî]ne|nombre|entier|bool[eé]en|objet';

/** The keys within a key: "a list of objects with "name" and "price"". */
function nested(key: KeySpec): KeySpec {
  const said = key.hint ?? '';
  const inner =
    /\b(?:objects?|objets?|items?|entries|entrees|records?|elements?)\b[^"“«`:]{0,30}?\b(?:with|holding|containing|having|avec|contenant|ayant|dont)\b[^"“«`]{0,30}(?=["“«`])/.exec(
      plain(said),
    );
  const names = inner ? quotesIn(said.slice(inner.index + inner[0].length)).map((one) => one.text) : [];
  if (names.length > 0) hold(key, names);
  else if (/[,;]|\s(?:and|et)\s/.test(said)) holdsBare(key);
  return key;
}

const bareInner = new RegExp(
  `\\b(?:objects?|objets?|entries|entrees|records?|elements?)\\s(?:each\\s|chacun\\s)?(?:with|holding|containing|having|avec|contenant|ayant)\\s(?:(?:the|les|keys?|fields?|cles?|champs?)\\s)*((?:${name}(?:\\s?\\([^()]*\\))?(?:\\s?,\\s?(?:(?:and|et)\\s)?|\\s(?:and|et)\\s)?)+)$`,
  'u',
);

/** The same with names that nothing quotes, as far as the text goes. */
function holdsBare(key: KeySpec): boolean {
  const said = (key.hint ?? '').trim().replace(/[.,;]+$/, '');
  const inner = bareInner.exec(plain(said));
  if (!inner?.[1]) return false;
  const names = said
    .slice(said.length - inner[1].length)
    .replace(/\([^()]*\)/g, '')
    .split(/\s?,\s?(?:(?:and|et)\s)?|\s(?:and|et)\s/)
    .map((one) => one.trim())
    .filter(Boolean);
  if (names.length === 0 || names.some((one) => /\s/.test(one) || stopWords.has(plain(one)))) return false;
  hold(key, names);
  return true;
}

function hold(key: KeySpec, names: readonly string[]): void {
  const list = /\b(?:lists?|arrays?|listes?|tableau|each|every|chaque)\b/.test(plain(key.hint ?? ''));
  key.keys = names.map((one) => ({ name: one }));
  delete key.oneOf;
  key.type = list ? 'array' : 'object';
}

const stopWords = new Set(
  'must should are is in for that which only not no do as the with if when from to each all be have exactly du de des doivent sont est qui que pour dans si sans ne nothing anything rien aucun aucune'.split(
    ' ',
  ),
);

const limiting =
  /^[\s,]*(?:and |et )?(?:max(?:imum|i)?|min(?:imum|i)?|at (?:most|least)|up to|under|about|around|au (?:plus|moins)|environ|jusqu'a|moins|plus|pas plus)\.?(?: of| de| d')?\s?\d/;

/** Keys in a list, one a line: "- name: string, ISO date". */
export function keysListed(text: string): KeySpec[] {
  const keys: KeySpec[] = [];
  const row = new RegExp(
    `^[ \\t]*(?:[-*•]|\\d{1,2}[.)])[ \\t]+(?:\\*\\*|["'\`«“])?\\s?(${name}(?: ${name}){0,2})\\s?(?:\\*\\*|["'\`»”])?\\s*(?:[:(=—–-]\\s*(.{0,300}))?$`,
    'u',
  );
  let blank = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      if (keys.length > 0 || ++blank > 1) break;
      continue;
    }
    const match = row.exec(line.trimEnd());
    if (!match) {
      if (keys.length > 0) break;
      return [];
    }
    keys.push(specified(match[1] ?? '', match[2] ?? ''));
  }
  return keys;
}

/** Keys of a JSON skeleton, schema or type in the prompt; forgiving about comments, trailing commas and `...`. */
export function keysOfSkeleton(text: string): { keys: KeySpec[]; array: boolean } | undefined {
  const open = text.search(/[{[]/);
  if (open < 0) return undefined;
  const reader = new Skeleton(text, open);
  const value = reader.value(0);
  if (value?.kind === 'object' && value.keys.length > 0) return { keys: fromSchema(value.keys), array: false };
  if (value?.kind === 'array' && value.keys.length > 0) return { keys: value.keys, array: true };
  return undefined;
}

/** A JSON Schema names its keys under `properties`. */
function fromSchema(keys: KeySpec[]): KeySpec[] {
  const properties = keys.find((key) => key.name === 'properties');
  return properties?.keys &&
    keys.some((key) => key.name === 'type' || key.name === '$schema' || key.name === 'required')
    ? properties.keys.map((key) => {
        const type = key.keys?.find((one) => one.name === 'type')?.hint;
        const known = types.find(([, pattern]) => pattern.test(plain(type ?? '')))?.[0];
        return known ? { name: key.name, type: known } : { name: key.name };
      })
    : keys;
}

type Read = { kind: 'object' | 'array' | 'plain'; keys: KeySpec[]; text: string };

class Skeleton {
  readonly #text: string;
  #at: number;
  #budget = 4000;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  #skip(): void {
    const gap = /(?:\s+|\/\/[^\n]*|\/\*[^*]{0,400}\*\/)*/y;
    gap.lastIndex = this.#at;
    gap.exec(this.#text);
    this.#at = Math.max(this.#at, gap.lastIndex);
  }

  value(depth: number): Read | undefined {
    this.#skip();
    const first = this.#text[this.#at];
    if (depth > 6 || first === undefined || this.#budget-- <= 0) return undefined;
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    const scalar =
      /"(?:[^"\\\n]|\\.)*"(?:\s*\|\s*"(?:[^"\\\n]|\\.)*")*|'[^'\n]*'(?:\s*\|\s*'[^'\n]*')*|<[^<>\n]{0,200}>|[^,;{}[\]\n]+(?:\[\])?/y;
    scalar.lastIndex = this.#at;
    const match = scalar.exec(this.#text);
    if (!match) return undefined;
    this.#at = scalar.lastIndex;
    return { kind: 'plain', keys: [], text: match[0].trim() };
  }

  #object(depth: number): Read {
    const start = this.#at++;
    const keys: KeySpec[] = [];
    while (this.#budget-- > 0) {
      this.#skip();
      const key = /(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|([\p{L}_$][\p{L}\p{N}_$-]{0,60}))\??\s*:/uy;
      key.lastIndex = this.#at;
      const match = key.exec(this.#text);
      if (!match) break;
      this.#at = key.lastIndex;
      const value = this.value(depth + 1);
      const spec =
        value?.kind === 'plain'
          ? scalarSpec(match[1] ?? match[2] ?? match[3] ?? '', value.text)
          : ({ name: match[1] ?? match[2] ?? match[3] ?? '' } as KeySpec);
      if (value?.kind === 'object' || value?.kind === 'array') {
        spec.type = value.kind;
        if (value.keys.length > 0) spec.keys = value.keys;
        const inner = /^\[\s*"?([^"\]{}]+)"?/.exec(value.text)?.[1];
        if (value.kind === 'array' && inner) spec.hint = inner.trim();
      }
      keys.push(spec);
      this.#skip();
      const after = /[,;]?/y;
      after.lastIndex = this.#at;
      after.exec(this.#text);
      this.#at = Math.max(this.#at, after.lastIndex);
    }
    this.#skip();
    while (this.#text.startsWith('.', this.#at)) this.#at++;
    this.#skip();
    if (this.#text[this.#at] === '}') this.#at++;
    return { kind: 'object', keys, text: this.#text.slice(start, this.#at) };
  }

  #array(depth: number): Read {
    const start = this.#at++;
    const first = this.value(depth + 1);
    const close = this.#text.indexOf(']', this.#at);
    this.#at = close < 0 ? this.#text.length : close + 1;
    return { kind: 'array', keys: first?.keys ?? [], text: this.#text.slice(start, this.#at) };
  }
}

function scalarSpec(key: string, text: string): KeySpec {
  const bare = text.replace(/^["'<]|["'>]$/g, '');
  if (/^(?:-?\d+(?:\.\d+)?)$/.test(text)) return { name: key, type: 'number', hint: text };
  if (/^(?:true|false)$/.test(text)) return { name: key, type: 'boolean', hint: text };
  if (/^null$/.test(text)) return { name: key };
  const values = bare.includes('|')
    ? bare
        .split('|')
        .map((one) => one.replace(/["'\s]+/g, ' ').trim())
        .filter((one) => one !== '' && !/^(?:null|string|number|boolean)$/.test(one))
    : [];
  if (values.length > 1) return { name: key, type: 'string', hint: bare, oneOf: values };
  const low = plain(bare);
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return { name: key, type: 'date', hint: bare };
  const type = types.find(([, pattern]) => pattern.test(low))?.[0] ?? (text.startsWith('"') ? 'string' : undefined);
  return { name: key, ...(type ? { type } : {}), ...(bare !== '' ? { hint: bare.slice(0, 200) } : {}) };
}
