import type { Span } from '#core/language/span.ts';
import { sentences } from '#core/language/segment.ts';
import { speaksToModel } from './orders.ts';
import { plain } from './plain.ts';

const texts =
  'data|donnees|texte?|message|e-?mail|courriel|mail|review|avis|comment|commentaire|sentence|phrase|paragraphe?|notes?|article|passage|document|input|entree|ticket|tweet|extrait|excerpt|transcript|customer|client|verbatim|original|source';
/** "… as YYYY-MM-DD. Text: The fair opens …": a label in the middle of a line. */
const labelled = new RegExp(`(?:[.!?)]\\s+)(?:the |le |la |here is the |voici le )?(?:${texts})\\s?:\\s+(?=\\S)`, 'g');
/** "Correct this sentence: …", "sort alphabetically: …", « extrais le numéro de ce message : … ». */
const worked =
  /\b(?:translate|correct|proofread|fix|rewrite|rephrase|reword|paraphrase|shorten|make (?:this|it)|simplify|summari[sz]e|sum up|condense|sort|order|alphabeti[sz]e|reverse|count|extract|pull|find|improve|polish|turn|convert|analy[sz]e|sentiment|classify|table from|list from|tradui\w+|corrige\w*|relis|reecri\w+|reformul\w+|raccourci\w+|simplifie\w*|resume\w*|synthetise\w*|tri\w{1,3}|range\w*|classe\w*|inverse\w*|compte\w*|extrai\w+|releve\w*|trouve\w*|ameliore\w*|transforme\w*|converti\w*|analyse\w*)\b[^.:!?\n]{0,90}:\s*(?=\S)/g;
/** What such a colon announces when it is no text. */
const announces =
  /\b(?:format|keys?|fields?|columns?|labels?|categor\w+|into|as|one of|rules?|steps?|options?|classes|by|cles?|champs?|colonnes?|etiquettes?|regles?|parmi|par|selon|en|a)(?:\s(?:suivante?s?|possibles?|ci-dessous|below))?\s*[:;]?\s*$|\b(?:following|suivante?s?) (?:\w+ )?(?:format|keys?|fields?|columns?|labels?|categor\w+|rules?|steps?|cles?|champs?|colonnes?|etiquettes?|regles?)\b|\b(?:repeat|recopi|repet|copy|verbatim|word for word|mot pour mot)\w*/;
const referring =
  /\b(?:this|these|following|it|below|from|in|sentences?|texte?s?|paragraphe?s?|lists?|listes?|items?|words?|mots?|phrases?|suivante?s?|ci-dessous|ceci|cet(?:te)? \w+|ces \w+|alphabetically|alphabetique|shorter|simpler|numbers?|nombres?|de ce \w+|rows?|lignes?|avis|review|message|per line|par ligne|order|ordre)\s*:\s*$/;
const formal =
  /^(?:\d+|max|at most|at least|no |only|json|yaml|csv|one |two |three |bullets?|keys?|au plus|sans |en |un |une )/;
/** Short cells with a mark between them; no sentence, no list of keys. */
const delimited =
  /^(?!\s*(?:[-*•]|\d+[.)])\s)\|?[^\n|;\t"«“:.]{1,40}(?:[|;\t][^\n|;\t"«“:]{0,40}){1,12}(?<![.;])$|^[^,\n"«“:.;!?]{1,24}(?:,\s?[^,\n"«“:;!?]{1,24}){1,8}(?<!\.)$/;

/** Stretches of a text that are material although no line of their own and no mark sets them apart, in order. */
export function inlineData(text: string): Span[] {
  const low = plain(text);
  const found: Span[] = [];
  const add = (start: number) => {
    if (found.some((one) => start < one.end)) return;
    const end = endOf(text, start);
    if (end - start > 2) found.push({ start, end });
  };
  for (const match of low.matchAll(labelled)) add(match.index + match[0].length);
  for (const match of low.matchAll(worked)) {
    const start = match.index + match[0].length;
    const rest = low.slice(start, start + 300);
    const quoted = /^["]/.test(rest);
    const long = /^[^.!?\n]{12,}[.!?](?:\s|$)/.test(rest) && /^\p{Lu}/u.test(text.slice(start));
    if (announces.test(match[0].replace(/[:;]\s*$/, ''))) continue;
    if (!quoted && !referring.test(match[0]) && !long) continue;
    if (!quoted && (formal.test(rest) || speaksToModel(rest))) continue;
    add(start);
  }
  // A statement in quotation marks that stands by itself, behind a question or an order.
  for (const match of text.matchAll(/(?<=[.?!:]\s{1,2}|\n)["“«]\s?[^"”»\n]{12,600}?[.!?]\s?["”»](?=\s|$)/g)) {
    const before = low.slice(Math.max(0, match.index - 60), match.index);
    if (match[0].split(/\s+/).length >= 4 && !/:\s{1,2}$/.test(before) && match.index > 0) add(match.index);
  }
  for (const span of rows(text))
    if (found.every((one) => span.end <= one.start || span.start >= one.end)) found.push(span);
  return found.sort((a, b) => a.start - b.start);
}

/** In quotation marks up to their end; else up to the first sentence that speaks of the answer. */
function endOf(text: string, start: number): number {
  const quote = /^(?:"[^"]{2,}"|“[^”]{2,}”|«[^»]{2,}»)/.exec(text.slice(start));
  if (quote) return start + quote[0].length;
  const gap = text.indexOf('\n\n', start);
  const part = text.slice(start, gap < 0 ? text.length : gap);
  for (const one of sentences(part))
    if (one.start > 0 && (speaksToModel(one.text) || ruling.test(plain(one.text)))) return start + one.start;
  return start + part.trimEnd().length;
}

const ruling =
  /^(?:(?:if|si|when|quand)\b.*\b(?:say|write|answer|reply|put|dis|ecris|reponds|mets|indique)\b|(?:name|number|only|just|one word|no |max|at most|columns?|keys?|colonnes?|cles?|un (?:seul )?mot|sans |uniquement|seulement)|.*\b(?:words?|mots|sentences?|phrases?) (?:max|maximum|at most|au plus)|.*\?$)/;

/** Rows of values that follow each other, with the same mark between them. */
function rows(text: string): Span[] {
  const found: Span[] = [];
  let open: { start: number; end: number; marks: number; count: number } | undefined;
  const close = () => {
    if (open && (open.count >= 3 || (open.count === 2 && /[|;\t]/.test(text.slice(open.start, open.end)))))
      found.push(open);
    open = undefined;
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const marks = line.length < 300 && delimited.test(line) ? (line.match(/[|;\t]|,/g)?.length ?? 0) : 0;
    if (marks > 0 && open?.marks === marks) {
      open.end = at + line.length;
      open.count += 1;
    } else {
      close();
      if (marks > 0 && !/:\s*$/.test(line)) open = { start: at, end: at + line.length, marks, count: 1 };
    }
    at += line.length + 1;
  }
  close();
  return found;
}
