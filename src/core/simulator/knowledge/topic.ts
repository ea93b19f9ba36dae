import type { Reading } from '../reading/reading.ts';
import { isOurs } from '../temperament/traits.ts';

/** Where the words about the form of the answer begin. */
const form =
  /[,;(:]?\s*(?:[,;(:.]|\b(?:in|of|with|within|using|as|at|under|exactly|no more|max\w*|en|de|avec|sous forme|dans|au|aux)\s+(?:(?:exactly|at|most|least|about|around|a|the|un|une|des|moins|plus|forme|no|more|than)\s+)*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|dix|json|yaml|csv|xml|tables?|bullets?|prose|french|english|fran[çc]ais|anglais|markdown|paragraphs?|sentences?|words?|lowercase|uppercase|title|titre|puces)\b|(?<=\s)(?:that|which|and|qui|et)\s+(?:include|contain|use|add|start|end|put|make|write|mention|give|do|don|contient|commence|utilise|ajoute|mentionne|ne)\w*).*$/isu;
const carrier =
  /^(?:(?:me|us|moi|nous|please|to|a|an|the|un|une|le|la|les|des|some|\d+|two|three|four|five|six|seven|eight|ten|deux|trois|quatre|cinq|short|brief|long|simple|detailed|small|different|court|courte|bref|petit|petite)\s+)+/iu;
const kind =
  /^(?:(?:[\p{L}-]+\s+){0,3}?)(?:essay|texts?|poem|story|article|post|paragraphs?|sentences?|list|ideas|tips|plan|note|memo|letter|e-?mail|message|summary|description|introduction|blurb|profile|guide|explanation|speech|outline|history|slogan|words|bullets?(?: points?)?|rédaction|texte|poème|histoire|articles?|paragraphes?|phrases?|liste|idées|conseils|lettre|mot|courriel|résumé|présentation|mots|puces|guide)\s+(?:about|on|of|for|to|explaining|describing|sur|à propos de|au sujet de|de|d’|d'|pour|à)\s*/iu;

/** What the task is about, in the prompt's own words. */
export function topicOf(reading: Reading): string {
  const said = reading.clauses.filter(isOurs).map((clause) => clause.text);
  const named = said
    .map((text) => /\b(?:topic|subject|sujet|thème)\s*:\s*([^.\n]{3,80})/iu.exec(text)?.[1])
    .find(Boolean);
  if (named) return tidy(named);
  for (const one of reading.instructions) {
    if (one.request.kind !== 'task' || !isOurs(one)) continue;
    const topic = tidy(one.request.object);
    if (topic !== '') return topic;
  }
  for (const text of said) {
    const about =
      /\b(?:about|on the subject of|explain\w*|describe|regarding|sur|à propos de|au sujet de)\s+([^.\n]{3,80})/iu.exec(
        text,
      )?.[1];
    const topic = about ? tidy(about) : '';
    if (topic !== '') return topic;
  }
  return '';
}

/** A noun phrase that fits into a sentence; empty when what is left is none. */
function tidy(object: string): string {
  const about = object
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/["“”«»*]/g, '');
  const bare = about
    .replace(/^(?:me|us|to me|moi|nous)\s+/i, '')
    .replace(/^(?:is|are|was|does|do|did|est|sont)\s+/i, '')
    .replace(kind, '')
    .replace(/^.{0,40}?\b(?:about|on|sur|à propos de|au sujet de)\s+(?=\S{3})/iu, '')
    .replace(form, '')
    .replace(/[.:;,!?]+$/, '')
    .trim();
  const kept = /^(?:the|a|an|my|our|your|le|la|les|un|une|l['’]|mon|ma|mes|notre|nos)/i.test(bare)
    ? bare
    : bare.replace(carrier, '').trim();
  const words = kept.split(' ');
  if (kept.length < 3 || words.length > 7) return '';
  if (
    /^(?:i|he|she|they|we|you|it|this|that|these|il|elle|je|tu|ce|cela|ça|who|what|how|why|if|many|much|wrote|work|works|should|can)\b/i.test(
      kept,
    )
  )
    return '';
  return kept.charAt(0) === kept.charAt(0).toUpperCase() && /^(?:The|A|An|My|Our|Le|La|Les|Un|Une)\b/.test(kept)
    ? kept.charAt(0).toLowerCase() + kept.slice(1)
    : kept;
}

/** The material of the prompt, as one text. */
export function materialOf(reading: Reading): string {
  return reading.data.map((block) => block.text).join('\n\n');
}

/** What stands after an order to work on a text, unmarked: statements in which nothing is asked. */
export function materialAfter(reading: Reading): string {
  const order = reading.instructions.find(
    (one) =>
      one.request.kind === 'task' &&
      isOurs(one) &&
      /^(?:summarise|extract|classify|translate|rewrite)$/.test(one.request.act),
  );
  if (!order) return '';
  const after = reading.clauses.filter(
    (clause) =>
      isOurs(clause) &&
      clause.span.message === order.span.message &&
      clause.span.start > order.span.end &&
      reading.instructions.every(
        (one) =>
          one.request.kind === 'content' ||
          one.span.message !== clause.span.message ||
          one.span.start >= clause.span.end ||
          one.span.end <= clause.span.start,
      ),
  );
  const quoted = order.request.kind === 'task' ? /["“«]([^"”»]{8,})/.exec(order.request.object)?.[1] : undefined;
  return [quoted ?? '', ...after.map((clause) => clause.text)].filter((text) => text !== '').join(' ');
}
