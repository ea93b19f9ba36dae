import { speaksToModel } from '../reading/orders.ts';
import { plain } from '../reading/plain.ts';
import type { Reading } from '../reading/reading.ts';
import { isOurs } from '../temperament/traits.ts';

const genres =
  'essays?|texts?|poems?|haikus?|stor(?:y|ies)|tales?|fairy tales?|articles?|posts?|blog posts?|paragraphs?|sentences?|bullets?(?: points?)?|lists?|ideas?|tips?|plans?|notes?|memos?|letters?|e-?mails?|mails?|messages?|' +
  'summar(?:y|ies)|descriptions?|introductions?|intros?|blurbs?|profiles?|bios?|guides?|user guides?|explanations?|speech(?:es)?|talks?|toasts?|outlines?|histor(?:y|ies)|slogans?|taglines?|words?|lines?|recipes?|reviews?|ads?|adverts?|posters?|' +
  'newsletters?|newsletter paragraphs?|invitations?|announcements?|replies|reply|answer|response|report|overview|account|scene|song|limerick|template|welcome|wish|card|postcard|prayer|quiz|faq|dialogue|tutorial|checklist|subject lines?|' +
  'redactions?|textes?|poemes?|haikus?|histoires?|contes?|articles?|paragraphes?|phrases?|listes?|idees?|conseils?|astuces?|lettres?|lettre ouverte|mots?|courriels?|resumes?|presentations?|puces?|discours|recettes?|annonces?|affiches?|' +
  'invitations?|modeles?|cartes?|cartes? postales?|avis|critiques?|fiches?|alertes?|messages? de repondeur|dialogues?|chansons?|legendes?|slogans?|accroches?|recit|portrait|billet|chronique|tribune';
/** What a letter is for is no topic: « un mail de relance poli mais ferme pour une facture ». */
const purposes =
  'relance|rappel|remerciements?|bienvenue|motivation|reclamation|excuses?|invitation|suivi|candidature|demission|refus|confirmation|apology|thanks|complaint|welcome|invitation|resignation|confirmation';
const number =
  '\\d+|one|two|three|four|five|six|seven|eight|nine|ten|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix';
/** "A short poem about", « trois conseils pour », "four bullets for". */
const genreLead = new RegExp(
  `^(?:me |us |moi |nous )?(?:an? |the |some |our |my |une? |des |le |la |les |l'|(?:${number})(?:-\\w+)? )?(?:[\\p{L}'-]+ ){0,4}?(?:${genres})(?:\\s(?:called|titled)\\s\\S+)?(?:\\s(?:of|de |d')\\s?(?:${purposes})(?:\\s(?!pour |for )[\\p{L}'-]+){0,4})?\\s(?:about|on|of|for|to|from|explaining|describing|announcing|promoting|against|in favour of|inviting|sur|a propos de|au sujet de|de|du|des|d'|pour|a|au|aux|contre|annoncant|presentant|decrivant|qui)\\s?`,
  'u',
);
const aboutLead =
  /\b(?:about|regarding|concerning|on the (?:subject|topic) of|(?:a )?talk on|essay on|paragraphs? on|words on|bullets? on|concernant|sur)\s|\b(?:sur le (?:theme|sujet)|a propos|au sujet) d(?:e\s|u\s|es\s|')/;
const task =
  /^(?:(?:please|now|then|so|first|ok|hi|hello|could you|can you|would you|i want you to|i need you to|i'd like you to|i would like|i need|i want|help me|let's|peux-tu|pouvez-vous|merci de|je voudrais|je veux|j'aimerais|il me faut|aide-moi a|s'il te plait|s'il vous plait)[,:]?\s+)*(?:write|draft|compose|create|craft|make up|make|give|tell|describe|explain|discuss|outline|summari[sz]e|list|suggest|present|promote|recommend|introduce|announce|advertise|sell|praise|defend|review|compare|recount|talk|propose|invent|prepare|produce|name|greet|congratulate|thank|argue|sketch|plan|do|have|show|say|ecris|ecrivez|redige[rz]?|compose[rz]?|cree[rz]?|donne[rz]?|raconte[rz]?|decris|decrivez|explique[rz]?|presente[rz]?|propose[rz]?|resume[rz]?|liste[rz]?|cite[rz]?|imagine[rz]?|invente[rz]?|prepare[rz]?|fais|faites|dis|parle[rz]?|vante[rz]?|recommande[rz]?|annonce[rz]?|compare[rz]?|defends|critique[rz]?|suggere[rz]?|ecrire)\s+(?:(?:to )?(?:me|us|moi|nous)\s+)?/;
const asking =
  /^(?:why|how|when|where|what|who|which|pourquoi|comment|quand|ou|que|qu'est-ce que|qu'est-ce qu'|quel(?:le)?s?|peut-on|faut-il|est-ce que|est-ce qu')\s(?:(?:is|are|was|were|do|does|did|can|could|should|would|to|i|we|you|people|it|best|many|much|est|sont|la|le|les)\s(?:i |we |you |people |one )?)?/;
/** Where the words about the form of the answer, or another clause, begin. */
const beyond =
  /[,.;:!?()\n[<*]|\s[-–—]+\s|\s(?:with|without|avec|sans|using|that|which|who|whose|while|if|because|since|so|when|qui|que|qu'|dont|quand|si|car|puis|comme|but|mais|then|where|until|twice|once|sous forme|tout en|en utilisant|d'au|de moins|d'environ|via|whenever|as (?:if|though))(?=\s|$|[a-z])|\s(?:in|of|within|as|at|under|over|using|en|de|dans|au|aux)\s(?=(?:exactly |at |most |least |about |around |an? |the |une? |des |moins |plus |forme |no |more |than |only |plain |valid |simple |total |full |all |max\w* |minimum )*(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|deux\b|trois\b|quatre\b|cinq\b|dix\b|json|yaml|csv|xml|table|bullet|prose|french|english|spanish|german|italian|portuguese|dutch|francais|anglais|espagnol|allemand|italien|markdown|paragraph|sentence|words?\b|lowercase|uppercase|small|capital|title|titre|puce|majuscule|minuscule|lettres|mots|phrases|one-|two-|different|least|most|steps|sections|chapters|square|double))|\s(?:and|et|or|then)\s(?=(?:include|contain|use|add|start|end|put|make|write|mention|give|do|don't|finish|keep|highlight|repeat|not|no|at|ne|n'|contient|commence|utilise|ajoute|mentionne|termine|mets|donne|sans|must|say|separate|avoid)\b)/;
const formal =
  /\b(?:paragraph\w*|words?|mots?|sentences?|bullets?|json|yaml|sections?|asterisks?|asterisques|lines?|answers?|repl(?:y|ies)|responses?|reponses?|versions?|titles?|titres?|commas?|virgules?|lettres|letters|quotation|guillemets|format|output|prompt|request|task|consigne|demande|question|puces|phrases|placeholders?|lowercase|capitals?)\b/;
const noNoun =
  /^(?:i|he|she|they|we|you|it|this|that|these|those|there|il|elle|je|tu|on|ce|cela|ca|ceci|who|what|how|why|if|many|much|wrote|work|works|should|can|could|will|is|are|was|do|does|did|have|has|not|no|never|only|just|also|be|being|please|her|him|them|us|me|yes|oui|non|nothing|rien|something|anything|everything|aucune?|pas|ne|n'|and|or|et|ou|to|de|des|du|d'|en|sur|pour|dans|at|in|of|from|each|every|chaque|reponds|ecris|write|answer|give|say|start|end|begin|finish|use|keep|make|put|avoid|don't|don)\b/;

/** What the task is about, in the prompt's own words. */
export function topicOf(reading: Reading): string {
  const known = topics.get(reading) ?? findTopic(reading);
  topics.set(reading, known);
  return known;
}

/** Every sample of a prompt asks. */
const topics = new WeakMap<Reading, string>();

function findTopic(reading: Reading): string {
  const said = reading.clauses
    .filter(isOurs)
    .slice(0, 12)
    .map((clause) => clause.text.replace(/["“«][^"”»]{0,300}["”»]/g, '…').replace(/\s\([^()\n]{1,80}\)/g, ''));
  for (const find of [named, aboutIt, ordered, headed, asked, questioned, concerned]) {
    for (const text of said) {
      const topic = find(text, plain(text));
      if (topic !== '') return topic;
    }
  }
  return '';
}

const named = (text: string, low: string) => {
  const match = /\b(?:topic|subject|theme|sujet)\s?(?::|is\b|est\b)\s*/.exec(low);
  return match ? nounPhrase(text.slice(match.index + match[0].length)) : '';
};
const aboutIt = (text: string, low: string) => {
  const from = task.exec(low)?.[0].length ?? 0;
  const genre = genreLead.exec(low.slice(from));
  const lead = aboutLead.exec(low);
  if (lead && (!genre || lead.index < from + genre[0].length + 40)) {
    const topic = nounPhrase(text.slice(lead.index + lead[0].length));
    if (topic !== '') return withArticle(lead[0], topic);
  }
  return genre && !/\b(?:to|a|au|aux)\s?$/.test(genre[0])
    ? withArticle(genre[0], nounPhrase(text.slice(from + genre[0].length)))
    : '';
};
/** "Du sommeil" holds an article, without which no sentence can speak of it. */
const withArticle = (lead: string, topic: string) =>
  topic === '' ? '' : / du\s?$/.test(lead) ? `le ${topic}` : / des\s?$/.test(lead) ? `les ${topic}` : topic;
const ordered = (text: string, low: string) => {
  const match = task.exec(low);
  if (!match) return '';
  const rest = withoutListener(match[0], withoutMeasure(text.slice(match[0].length)));
  const how =
    /^(?:me |us )?(?:how|why|what|where|whether|comment|pourquoi|ce qu'est|ce que sont|si)\s(?:(?:to|is|are|do|does)\s)?/.exec(
      plain(rest),
    );
  return nounPhrase(rest.slice(how?.[0].length ?? 0), how !== null);
};
/** « Explique en trois phrases ce qu'est … »: how long it may be stands before what it is about. */
const withoutMeasure = (text: string) =>
  text.replace(
    /^(?:in|within|en|avec|with|using)\s(?:(?:about|around|exactly|at most|no more than|moins de|environ|au plus|maximum|a|une?)\s)*[\p{L}\d-]+\s(?:(?:short|simple|plain|clear|courtes?|simples?|claires?)\s)?(?:sentences?|words?|lines?|bullets?(?: points)?|points?|paragraphs?|phrases?|mots|lignes?|puces?|paragraphes?)\s/iu,
    '',
  );
/** « … à un salarié qui n'a pas fait de droit »: to whom it is explained. */
const withoutListener = (verb: string, text: string) =>
  /^(?:.*\s)?(?:explain|describe|present|introduce|expliqu\w*|decri\w*|present\w*)\s/.test(verb)
    ? text.replace(
        /\s(?:to|à|pour|for)\s(?:an?|my|our|your|some(?:one|body)|une?|des|mon|ma|mes|nos?|notre|quelqu['’]un)\b.*$/iu,
        '',
      )
    : text;
/** "Le loup dans les Alpes : 3 paragraphes", "Essay on space tourism". */
const headed = (text: string, low: string) => {
  const colon = low.search(/\s?:\s/);
  if (speaksToModel(text)) return '';
  if (colon > 3 && colon < 70 && !formal.test(low.slice(0, colon))) return nounPhrase(text.slice(0, colon));
  return /^(?:an? |the |une? |le |la |les |l'|\d+ )/.test(low) ? nounPhrase(text) : '';
};
const asked = (text: string, low: string) => {
  const match = asking.exec(low);
  return match ? nounPhrase(text.slice(match[0].length), true) : '';
};

/** "Explain to a child why the sky is blue". */
const questioned = (text: string, low: string) => {
  const match = /\b(?:why|how|pourquoi|comment)\s(?:(?:to|is|are|do|does|est-ce que)\s)?/.exec(low);
  return match ? nounPhrase(text.slice(match.index + match[0].length), true) : '';
};
/** "An apology to a customer whose parcel was lost": whom or what it is for, when nothing else is named. */
const concerned = (text: string, low: string) => {
  const match =
    /\s(?:for|about|on|to|pour|sur|a|contre)\s(?=(?:an?|the|our|my|une?|le|la|les|l'|des|notre|mon|ma)[\s'])/.exec(low);
  return match ? nounPhrase(text.slice(match.index + match[0].length)) : '';
};

/** Verbs that end the noun phrase of "how sourdough starters work". */
const predicate =
  /\s(?:works?|is|are|was|were|does|do|did|can|should|must|has|have|ban|bans|happens?|forms?|need|needs|matters?|became|become|est|sont|fonctionne\w*|doit|doivent|peut|peuvent|a|ont|se|s'|bark|barks|flows?|salee?s?)(?=\s|$|-).*$/;

/** "A short poem" names no topic. */
const onlyGenre = new RegExp(
  `^(?:an? |the |une? |le |la |les |des )?(?:short |long |brief |little |petite? |courte? )?(?:${genres})(?:$|\\s(?:of|de |d')\\s?(?:${purposes})\\b)`,
);

/** A noun phrase that fits into a sentence; empty when what stands there is none. */
function nounPhrase(text: string, clause = false): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const low = plain(flat);
  const end = low.search(beyond);
  let words = (end < 0 ? flat : flat.slice(0, end)).replace(/[*_`#…]/g, '').trim();
  if (clause) words = words.slice(0, plain(words).replace(predicate, '').length).trim();
  words = words
    .replace(/^(?:your|ton|ta|tes|votre|vos)\s/i, (own) =>
      /^y/i.test(own) ? 'the ' : /^(?:tes|vos)/i.test(own) ? 'les ' : '',
    )
    .trim();
  const bare = plain(words);
  if (words.length < 3 || words.split(' ').length > 9 || noNoun.test(bare) || formal.test(bare)) return '';
  if (onlyGenre.test(bare)) return '';
  return /^(?:The|A|An|My|Our|Le|La|Les|L['’]|Un|Une|Des|Mon|Ma|Mes|Notre|Nos)(?:\s|['’])/.test(words) ||
    (/^\p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(words) && /^(?:how|why)/.test(low))
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

/** All that is said to the model, lowered and without accents. */
export const saidTo = (reading: Reading): string =>
  plain(
    reading.clauses
      .filter(isOurs)
      .slice(0, 12)
      .map((clause) => clause.text)
      .join('\n')
      .slice(0, 3000),
  );

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
