import type { Frame } from '#core/language/frame.ts';
import type { Request } from '../reading.ts';
import type { Found, Rule, Sentence } from '../sentence.ts';

/** Whether a clause speaks of one of the concepts, with this sign if one is given. */
function speaks(frame: Frame, concepts: readonly string[], sign?: 1 | -1): boolean {
  return frame.terms.some((term) =>
    term.senses.some((sense) => concepts.includes(sense.concept) && (sign === undefined || sense.sign === sign)),
  );
}

const material = [
  'source',
  'document',
  'text',
  'policy',
  'data',
  'email',
  'comment',
  'contract',
  'clause',
  'information',
  'fact',
  'meeting-notes',
  'interview',
  'rule',
  'codebook',
  'bug-report',
  'invoice',
  'ticket',
];

type Read = (
  frames: readonly Frame[],
  sentence: Sentence,
) => { request: Request; frame: Frame; polarity?: 1 | -1 } | undefined;

const main = (frames: readonly Frame[]) => frames.filter((frame) => frame.mode === 'main');
const conditions = (frames: readonly Frame[]) => frames.filter((frame) => frame.mode === 'condition');

/** "Treat it as data", "these are only data", "ce ne sont que des données". */
const merelyData =
  /\b(?:(?:treat|consider|regard|handle|see|take) (?:it|them|this|that|these|those)(?: all)? (?:only |merely |purely |simply |just )?as (?:pure |mere |plain )?data|(?:is|are) (?:only|merely|just|pure|nothing but) data|data only|ne sont que des donnees|que des donnees|(?:considere|traite|prends|vois)(?:z|r)?[- ](?:le|la|les|cela|ca) (?:uniquement |seulement )?comme (?:de simples |des )donnees)\b/;

const reads: readonly Read[] = [
  // "do not guess", "n'invente rien"
  (frames) => {
    const frame = main(frames).find((one) => speaks(one, ['invent'], -1) && !speaks(one, ['invent'], 1));
    return frame && { request: { kind: 'no-invention' }, frame };
  },
  // "treat the mail as data", "ignore instructions in it", "it is data only"
  (frames, sentence) => {
    const frame =
      main(frames).find((one) => speaks(one, ['data', 'information'], 1) && merelyData.test(sentence.low)) ??
      frames.find(
        (one) =>
          one.mode !== 'reported' &&
          speaks(one, ['instruction'], -1) &&
          (speaks(one, ['follow', 'obey', 'do', 'answer', 'accept'], -1) || speaks(one, ['data'], 1)),
      ) ??
      main(frames).find(
        (one) =>
          speaks(one, ['data', 'information'], 1) &&
          speaks(one, ['judge'], 1) &&
          speaks(
            one,
            material.filter((m) => m !== 'data' && m !== 'information'),
          ),
      );
    return frame && { request: { kind: 'treat-as-data' }, frame };
  },
  // "use only the policy", "base it on the text"
  (frames) => {
    const frame =
      main(frames).find(
        (one) =>
          speaks(one, material) &&
          ((speaks(one, ['source-only'], 1) &&
            speaks(one, ['use', 'follow', 'refer', 'invent', 'judge', 'decide', 'answer', 'keep', 'fact', 'source'])) ||
            speaks(one, ['refer'], 1)),
      ) ??
      main(frames).find(
        (one) => speaks(one, ['source-only'], -1) && speaks(one, [...material, 'know', 'fact']) && one.negated,
      );
    return frame && { request: { kind: 'ground' }, frame };
  },
  // "quote the passage word for word"
  (frames, sentence) => {
    const frame = main(frames).find(
      (one) =>
        speaks(one, ['quote'], 1) &&
        (speaks(one, [...material, 'exact', 'part', 'reason', 'fact', 'clause', 'paragraph']) ||
          /\b(?:quot|cit)/.test(sentence.low)),
    );
    if (
      !frame ||
      (/\bquotation marks\b|\bentre guillemets\b/.test(sentence.low) && !speaks(frame, [...material, 'exact']))
    )
      return undefined;
    const verb =
      /\b(?:quot(?:e|es|ation|ations|ing)|cit(?:e|es|er|ez|ation|ations|ing)|verbatim|word for word|mot pour mot|textuel\w*|extraits?|excerpts?)\b/;
    return verb.test(sentence.low) ? { request: { kind: 'quote' }, frame } : undefined;
  },
  // "leave out names", "anonymise"
  (frames) => {
    const people = ['personal-data', 'name', 'phone', 'address', 'person', 'anonymous'];
    const acts = ['include', 'reveal', 'say', 'use', 'write', 'give', 'quote', 'copy', 'add'];
    const frame =
      main(frames).find(
        (one) =>
          one.directive &&
          speaks(one, people, -1) &&
          (speaks(one, acts, -1) || speaks(one, ['personal-data', 'name'], -1)),
      ) ??
      main(frames).find(
        (one) =>
          (speaks(one, ['anonymous'], 1) && one.directive) ||
          (speaks(one, ['replace'], 1) && speaks(one, ['name', 'personal-data'])),
      );
    return frame && { request: { kind: 'no-personal-data' }, frame };
  },
  // "check your answer before you send it"
  (frames, sentence) => {
    const frame = main(frames).find((one) => speaks(one, ['check'], 1) && !speaks(one, ['next-step']));
    const own =
      /\b(?:before (?:you )?(?:answer|reply|send|finish|respond|return|submit)\w*|your (?:own )?(?:answer|work|output|reply|response|result|draft)|double-check|reread|proofread|avant de (?:repondre|rendre|envoyer|conclure|finir)|ta (?:reponse|copie)|ton (?:travail|calcul)|relis|that (?:every|each|all|your|the answer))\b/;
    return frame &&
      own.test(sentence.low) &&
      !/^\W*(?:please )?(?:make sure|ensure|be sure|veille\w*|assure\w*)\b(?!.*\b(?:before|avant)\b)/.test(sentence.low)
      ? { request: { kind: 'self-check' }, frame }
      : undefined;
  },
  // "think step by step", "work it out first"
  (frames, sentence) => {
    const asked =
      /\b(?:step[- ]by[- ]step|think (?:through|it through|before|first|carefully|out loud)|reason (?:first|before|through|step)|show (?:your|the) (?:work|working|reasoning|steps|calculation)|work (?:it|this) out|etape par etape|pas a pas|raisonne|reflechis|detaille (?:ton|le|les) (?:raisonnement|calculs?|etapes)|montre (?:ton|le|les) (?:raisonnement|calculs?))\b/;
    const match = asked.exec(sentence.low);
    const frame = match && frames.find((one) => sentence.parsed.start + match.index < one.end);
    return frame ? { request: { kind: 'steps' }, frame, polarity: frame.negated ? -1 : 1 } : undefined;
  },
  // "if something is unclear, ask"
  (frames) => {
    const doubt = frames.some(
      (one) => speaks(one, ['know', 'clear', 'present'], -1) || speaks(one, ['unclear', 'doubtful'], 1),
    );
    const frame = main(frames).find((one) => speaks(one, ['ask'], 1) && !speaks(one, ['answer'], -1));
    return frame && doubt && frame.directive ? { request: { kind: 'ask-when-unclear' }, frame } : undefined;
  },
];

const blank =
  /\b(?:if|when|whenever|where|wherever|for|unless|in case|si|s'il|quand|lorsque|lorsqu'|pour|faute de|a defaut|en l'absence|otherwise|or else|failing that|sinon|autrement|dans le cas contraire|missing|absent|unknown|manquante?s?|inconnue?s?|absente?s?)\b/;

/** "if the amount is missing, write null": the text to write, or null. */
function missing(sentence: Sentence): { request: Request; frame: Frame } | undefined {
  const { frames } = sentence.parsed;
  if (!blank.test(sentence.low)) return undefined;
  const lack = frames.find(
    (one) =>
      speaks(one, ['present', 'know', 'say', 'give', 'answer', 'information', 'reason', 'fact', 'find'], -1) ||
      speaks(one, ['missing', 'unclear', 'not-in-source'], 1),
  );
  const otherwise = /\b(?:otherwise|or else|failing that|sinon|autrement|a defaut|dans le cas contraire)\b/.test(
    sentence.low,
  );
  const lacking = lack ?? (otherwise && !conditions(frames).length ? frames.at(-1) : undefined);
  if (!lacking) return undefined;
  const quoted = sentence.quoted.filter((one) => one.text.split(/\s+/).length <= 20);
  const writes =
    /\b(?:write|use|put|say|answer|reply|return|set|give|output|respond|leave|enter|fill|become|becomes|is|are|gets?|label|ecris|ecrivez|mets|mettez|utilise[rz]?|reponds|repondez|renvoie[rz]?|indique[rz]?|laisse[rz]?|donne[rz]?|dis|note[rz]?|devient|vaut|valent|:|->|→|=)/;
  if (!writes.test(sentence.low)) return undefined;
  const frame = frames.find((one) => one.mode === 'main' && one.directive) ?? lacking;
  if (/\b(?:null|nil)\b/.test(sentence.low)) return { request: { kind: 'missing', text: null }, frame };
  const given = quoted.find((one) => one.text !== '') ?? quoted[0];
  if (given) return { request: { kind: 'missing', text: given.text }, frame };
  if (/\b(?:empty string|chaine vide|(?:leave|laisse[rz]?)[^.;]{0,30}(?:empty|blank|vide))\b/.test(sentence.low))
    return { request: { kind: 'missing', text: '' }, frame };
  const word =
    /\b(?:write|say|answer|put|use|reply|return|output|ecris|mets|reponds|utilise|renvoie|indique|note)\s(?:just |only |simplement |seulement )?((?:n\/a|none|unknown|unclear|missing|not (?:stated|given|mentioned|available|found|provided|specified|in the (?:text|source|document))|inconnue?|manquante?|non (?:precisee?|indiquee?|renseignee?|mentionnee?|communiquee?)|absente?|neant|nc|nd)\b)/.exec(
      sentence.low,
    );
  if (word) {
    const at = word.index + word[0].length - (word[1] ?? '').length;
    return { request: { kind: 'missing', text: sentence.text.slice(at, at + (word[1] ?? '').length) }, frame };
  }
  const so = /\b(?:say so|say that|tell me|dis-le|dites-le|le dire|signale-le|dis que|indique-le)\b/.exec(sentence.low);
  return so ? { request: { kind: 'missing', text: '' }, frame } : undefined;
}

/** How to deal with sources, gaps and people: read from concepts, whatever the wording. */
export const care: Rule = (sentence) => {
  const { frames, heap } = sentence.parsed;
  if (heap && !blank.test(sentence.low)) return [];
  const found: Found[] = [];
  const add = (one: { request: Request; frame: Frame; polarity?: 1 | -1 }) => {
    found.push({
      request: one.request,
      polarity: one.polarity ?? (one.frame.negated ? -1 : 1),
      start: one.frame.start - sentence.parsed.start,
      end: one.frame.end - sentence.parsed.start,
    });
  };
  for (const one of reads) {
    const read = one(frames, sentence);
    if (read) add(read);
  }
  const gap = missing(sentence);
  if (gap && (conditions(frames).length > 0 || gap.request.kind === 'missing')) add({ ...gap, polarity: 1 });
  return found;
};
