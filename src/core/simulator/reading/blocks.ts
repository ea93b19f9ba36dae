import type { Span } from '#core/language/span.ts';
import type { DataBlock } from './reading.ts';
import { rulesIn, speaksToModel } from './orders.ts';
import { plain } from './plain.ts';

/** A part of a message: instructions, material, or a shown form of the answer. */
export interface Block extends Span {
  kind: 'text' | 'data' | 'example' | 'skeleton';
  marking?: DataBlock['marking'];
  label?: string;
}

const instructing =
  /^(?:instructions?|rules?|task|format|output[-_ ]?format|guidelines?|requirements?|constraints?|steps?|system|role|consignes?|regles?|tache|contraintes?|exigences?|etapes?|sortie|style|tone|ton|todo|answer|output|response|reponse|objective|goal|objectif|but|important|note|notes? importantes?|remember|rappel|keys?|fields?|cles?|champs?|labels?|categories|options?|choices|choix|possible answers|answers|reponses possibles|reponses|keywords?|words?|mots(?:-cles)?|length|longueur|language|langue|audience|schema|structure|expected output)$/;
const exampleName = /^(?:examples?|exemples?|few[-_ ]?shot|shots?|samples?)(?:[ _-]?\d+)?$/;
const material =
  /\b(?:e-?mails?|mails?|courriels?|messages?|lettres?|letters?|texts?|textes?|comments?|commentaires?|reviews?|avis|notes?|input|entree|documents?|articles?|data|donnees|factures?|invoices?|contracts?|contrats?|clauses?|transcripts?|transcription|interviews?|entretiens?|source|policy|politique|passage|report|rapport|tickets?|context|contexte|conversation|bugs?|playbook|codebook|elements?|customer|client|record|row|log|logs|code|brief|cv|resume|statement|question|content|contenu|extraits?|excerpt|material|feedback|verbatims?)\b/;

/** Labels that announce instructions wherever they stand in the name. */
const announcing =
  /\b(?:keys?|fields?|cles?|champs?|columns?|colonnes?|format|steps|rules|labels?|categories|following|regles|consignes|etapes|sections?|headings|criteria|criteres|requirements|exigences|constraints|contraintes|output|sortie|task|tache)\b/;

/**
 * Splits a message into instructions and material; in order, without gaps. Linear in its length. `known`: stretches that
 * are material for certain, in order.
 */
export function blocksOf(text: string, known: readonly Span[] = []): Block[] {
  const fixed = withKnown(text, marked(text), known);
  const blocks: Block[] = [];
  let at = 0;
  for (const block of fixed) {
    if (block.start > at) blocks.push(...loose(text, at, block.start));
    blocks.push(block);
    at = block.end;
  }
  if (at < text.length) blocks.push(...loose(text, at, text.length));
  return blocks;
}

/** Material in tags, and what else is known to be material: no example stands in it, whatever its lines look like. */
export function certainMaterial(text: string, known: readonly Span[] = []): Span[] {
  const tagged = marked(text).filter(
    ({ marking, label = '' }) => marking === 'tags' && !/exampl|exempl|shot|sample|demo/.test(plain(label)),
  );
  return [...tagged, ...known];
}

/** What stands in marks already keeps them; a form of the answer that turns out to be material is none. */
function withKnown(text: string, fixed: Block[], known: readonly Span[]): Block[] {
  if (known.length === 0) return fixed;
  const added = known.flatMap((span): Block[] => {
    const around = fixed.filter((block) => block.start < span.end && span.start < block.end);
    for (const block of around) if (block.kind === 'skeleton') block.kind = 'data';
    if (around.length > 0) return [];
    const before = text.slice(Math.max(0, span.start - 160), span.start);
    if (/<[A-Za-z][^<>\n]{0,80}>\s*$/.test(before)) return [{ kind: 'data', marking: 'tags', ...span }];
    const name = labelBefore(before);
    const label = name === undefined || instructing.test(plain(name)) ? undefined : name;
    return [{ kind: 'data', ...span, ...(label === undefined ? { marking: 'bare' } : { marking: 'label', label }) }];
  });
  return [...fixed, ...added].sort((a, b) => a.start - b.start);
}

/** Tags, fences and triple quotation marks; what stands inside another is not listed. */
function marked(text: string): Block[] {
  const found: Block[] = [];
  const opening =
    /<([A-Za-z][\w-]{0,40})(?:\s[^<>\n]{0,200})?>|^[ \t]*(`{3,}|~{3,})([^\n]*)|("""|''')|^[ \t]*(?:-{3,}|={3,}|#{3,})[ \t]*(?:begin|start|debut)?[ \t]*([\p{L} ]{2,40}?)[ \t]*(?:-{3,}|={3,}|#{3,})[ \t]*$/gimu;
  const lasts = new Map<string, number>();
  const lastOf = (mark: string) => {
    const known = lasts.get(mark);
    if (known !== undefined) return known;
    const last = text.lastIndexOf(mark);
    lasts.set(mark, last);
    return last;
  };
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, tag, fence, info = '', quotes] = match;
    const from = match.index;
    const inside = from + whole.length;
    let close: number;
    let closing: string;
    if (tag !== undefined) {
      closing = `</${tag}>`;
      close = lastOf(closing) >= inside ? text.indexOf(closing, inside) : -1;
    } else if (fence !== undefined) {
      closing = fence;
      close = lastOf(`\n${fence}`) >= inside - 1 ? text.indexOf(`\n${fence}`, inside - 1) + 1 : -1;
      if (close <= 0) {
        close = text.length; // an unclosed fence goes on to the end
        closing = '';
      }
    } else if (quotes !== undefined) {
      closing = quotes;
      close = lastOf(quotes) >= inside ? text.indexOf(quotes, inside) : -1;
    } else continue;
    if (close < inside && !(fence !== undefined && close >= from)) continue;
    const end = close + closing.length;
    const name = tag === undefined ? undefined : plain(tag);
    if (name !== undefined && instructing.test(name)) continue;
    const before = plain(text.slice(Math.max(0, from - 160), from));
    const block: Block = {
      kind: 'data',
      start: from,
      end,
      marking: tag !== undefined ? 'tags' : fence !== undefined ? 'fence' : 'quotes',
    };
    if (name !== undefined && exampleName.test(name)) block.kind = 'example';
    else if (fence !== undefined && shown(before, info, text.slice(inside, Math.min(close, inside + 400))))
      block.kind = 'skeleton';
    const label = tag ?? labelBefore(before);
    if (label !== undefined) block.label = label;
    found.push(block);
    opening.lastIndex = Math.max(opening.lastIndex, end);
  }
  return found;
}

/** A fence that shows what the answer should look like rather than material. */
function shown(before: string, info: string, content: string): boolean {
  const asked =
    /\b(?:format|schema|structure|exactly|like this|as follows|following|return|output|respond|reply|answer|shape|template|skeleton|suivante?|forme|renvoie|reponds|reponse|modele|gabarit|ainsi|comme ceci)\b[^.!?]{0,100}$/.test(
      before,
    );
  const object = /^\s*(?:json|jsonc|typescript|ts|yaml)?\s*(?:type \w+ = |interface \w+ )?[{[]/i.test(
    `${info} ${content}`,
  );
  return asked && object && !material.test(before.slice(-40).replace(/\b(?:report|question|code|data|content)\b/g, ''));
}

function labelBefore(before: string): string | undefined {
  return /(?:^|\n)[ \t]*([\p{L}][\p{L} '-]{0,30}) ?:\s*$/u.exec(before)?.[1];
}

/** Unmarked text: labels with material after them, then what is too long and too little like an order. */
function loose(text: string, from: number, to: number): Block[] {
  const part = text.slice(from, to);
  const blocks: Block[] = [];
  const label =
    /^[ \t]*(?:#{1,4}[ \t]*|\*\*)?((?:(?:here (?:is|are|'s)|below (?:is|are)|this is|voici|ci-dessous)[ ,]+)?[\p{L}][\p{L}\d '’()/-]{0,60}?)(?:\*\*)?[ \u00a0\u202f]?:(?:\*\*)?[ \t]*(.*)$/gmu;
  let at = 0;
  for (let match = label.exec(part); match; match = label.exec(part)) {
    const name = plain(match[1] ?? '').trim();
    const inline = match[2] ?? '';
    const start = match.index + match[0].length - inline.length;
    if (match.index < at || !isMaterial(name, inline)) continue;
    if (inline !== '' && isField((match[1] ?? '').trim(), text.slice(0, from + match.index))) continue;
    const quote = /^["“«][^"”»\n]{1,600}["”»]/.exec(inline);
    // What stands in quotation marks behind a label is the material; what follows on the line is not.
    const end =
      quote && quote[0].length < inline.trimEnd().length
        ? start + quote[0].length
        : materialEnd(part, inline === '' ? start + 1 : start);
    if (end <= start) continue;
    if (match.index > at || start > at) blocks.push({ kind: 'text', start: from + at, end: from + start });
    blocks.push({
      kind: 'data',
      marking: 'label',
      label: (match[1] ?? '').trim(),
      start: from + start,
      end: from + end,
    });
    at = end;
    label.lastIndex = Math.max(end, label.lastIndex);
  }
  if (at < part.length) blocks.push({ kind: 'text', start: from + at, end: to });
  return blocks;
}

/** "question: one sentence if …", behind a list of keys that has a question in it: what is to stand in that field. */
export function isField(word: string, before: string): boolean {
  if (!/^\p{Ll}[\p{Ll}\p{N}_]{1,24}$/u.test(word)) return false;
  return new RegExp(`(?:[,:(;"«\`]\\s?|\\s(?:and|et)\\s)${word}(?![\\p{L}\\p{N}_:])(?!\\s?:)`, 'u').test(
    before.slice(-2000),
  );
}

function isMaterial(name: string, inline: string): boolean {
  const last = name.replace(/^(?:here (?:is|are|'s)|below (?:is|are)|this is|voici|ci-dessous)[ ,]+/, '');
  if (instructing.test(last) || exampleName.test(last)) return false;
  if (announcing.test(last) && !/^(?:here|below|voici)/.test(name)) return false;
  if (inline === '')
    return material.test(name) || /^(?:here|below|voici|ci-dessous)/.test(name) || last.split(' ').length <= 3;
  if (last.split(' ').length > 3 || !/^(?:\w+ )?\w+$/.test(last.replace(/[^a-z ]/g, ''))) return false;
  if (inline.length >= 200) return true;
  return (
    material.test(last) &&
    inline.length > 12 &&
    !/^(?:at most|max|no |one |in |au |aucun|en |json|short|\d+ )/.test(plain(inline))
  );
}

/** Where labelled material ends: at the next label, or before a last paragraph that speaks to the model. */
function materialEnd(part: string, start: number): number {
  const next = /\n[ \t]*(?:#{1,4}[ \t]*|\*\*)?[\p{L}][\p{L} '’]{0,40}?(?:\*\*)?[ \u00a0\u202f]?:[ \t]*(?:\n|$)/gu;
  next.lastIndex = start;
  let end = part.length;
  for (let match = next.exec(part); match; match = next.exec(part)) {
    const name = plain(match[0])
      .replace(/[^\p{L}' -]/gu, '')
      .trim();
    if (!/\n[ \t]*\n?$/.test(part.slice(0, match.index + 1)) && !material.test(name) && !instructing.test(name))
      continue;
    end = match.index;
    break;
  }
  const ruled = rulesIn(part.slice(start, end));
  if (ruled > 0) end = start + ruled;
  return ownWordsFrom(part, start, end);
}

/** A courtesy, a threat or a remark after the last orders is short, and there are few of them. */
const mostRemarks = 2;
const longestRemark = 160;

/** Where the last paragraphs begin that are the writer's own: orders, and short remarks after plain orders. */
function ownWordsFrom(part: string, start: number, end: number): number {
  let own = end;
  let reach = end;
  let remarks = 0;
  for (let guard = 0; guard < 8; guard++) {
    const trimmed = part.slice(start, reach).trimEnd();
    const gap = trimmed.lastIndexOf('\n\n');
    if (gap < 0) break;
    const last = trimmed.slice(gap).trim();
    const orders = last.length <= 900 && (speaksToModel(last) || laysDownRules(last));
    if (orders && (remarks === 0 || aboutTheAnswer.test(plain(last)))) {
      own = start + gap;
      remarks = 0;
    } else if (last.length > longestRemark || ++remarks > mostRemarks) break;
    reach = start + gap;
  }
  return own;
}

/** Words that only somebody uses who speaks of the answer to come. */
const aboutTheAnswer =
  /\b(?:json|yaml|csv|only|nothing else|words?|sentences?|bullets?|list|table|label|category|format|keys?|fields?|output|seulement|uniquement|rien d'autre|mots|phrases|points|puces|liste|tableau|cles?|champs?|categorie|reponse|sortie)\b/;
const ruling =
  /\b(?:iso|yyyy|aaaa|null|json|format|at most|at least|max|maximum|only|must|never|always|words?|characters?|if |when |as an? |no |not |au plus|au moins|doit|jamais|toujours|seulement|uniquement|mots|caracteres|si |quand |sans |pas de |ne )/;

/** A list of rules without a verb in front: "- dates as YYYY-MM-DD", "- no greeting". */
function laysDownRules(paragraph: string): boolean {
  const items = paragraph.split('\n').filter((line) => line.trim() !== '');
  if (items.length < 2 || !items.every((line) => /^\s*(?:[-*•]|\d{1,2}[.)])\s/.test(line))) return false;
  return items.filter((line) => ruling.test(`${plain(line)} `)).length >= items.length * 0.6;
}
