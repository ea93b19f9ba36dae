import type { Act } from '../reading.ts';
import type { Found, Rule, Sentence } from '../sentence.ts';

const acts: readonly (readonly [Act, RegExp])[] = [
  [
    'summarise',
    /^(?:summari[sz]e|sum up|condense|recap|resume[rz]?|synthetise[rz]?|recapitule[rz]?|fais (?:un |une )?(?:resume|synthese)|give (?:me )?a summary)\b/,
  ],
  [
    'extract',
    /^(?:extract|pull(?: out)?|find|collect|gather|identify|releve[rz]?|extrai[st]|extraire|extrayez|repere[rz]?|recupere[rz]?|trouve[rz]?|pick out|get)\b/,
  ],
  [
    'classify',
    /^(?:classify|categori[sz]e|label|sort|tag|assign|rate|classe[rz]?|categorise[rz]?|etiquette[rz]?|range[rz]?|attribue[rz]?)\b/,
  ],
  ['translate', /^(?:translate|tradui[st]|traduire|traduisez)\b/],
  [
    'rewrite',
    /^(?:rewrite|rephrase|reword|improve|edit|shorten|simplify|polish|correct|fix|reecris|reecrivez|reecrire|reformule[rz]?|corrige[rz]?|ameliore[rz]?|raccourci[st]|simplifie[rz]?)\b/,
  ],
  ['compare', /^(?:compare[rz]?|contrast|confronte[rz]?)\b/],
  [
    'explain',
    /^(?:explain|describe|clarify|justify|explique[rz]?|decri[st]|decrivez|justifie[rz]?|why|pourquoi|how|comment)\b/,
  ],
  [
    'compute',
    /^(?:compute|calculate|work out|add up|sum|calcule[rz]?|additionne[rz]?|what is \d|how (?:much|many)|combien)\b/,
  ],
  ['check', /^(?:check|verify|review|proofread|validate|verifie[rz]?|controle[rz]?|relis|relisez|audit)\b/],
  [
    'decide',
    /^(?:decide[rz]?|determine[rz]?|judge|juge[rz]?|choose|choisis|tranche[rz]?|should|apply|applique[rz]?|is|are|est-ce)\b/,
  ],
  [
    'list',
    /^(?:list|enumerate|name|give (?:me )?(?:\w+ )?(?:ideas|names|examples|reasons)|liste[rz]?|enumere[rz]?|dresse[rz]?|cite[rz]?|brainstorm|propose[rz]?|suggest)\b/,
  ],
  [
    'answer',
    /^(?:answer|reply|respond|react|reponds|repondez|repondre|tell me|dis-moi|who|what|when|where|which|qui|que|quel|quelle|quand|ou)\b/,
  ],
  [
    'write',
    /^(?:write|draft|compose|produce|generate|create|prepare|craft|make|give|turn|convert|return|output|ecris|ecrivez|ecrire|redige[rz]?|compose[rz]?|prepare[rz]?|produis|genere[rz]?|cree[rz]?|fais|faites|donne[rz]?|transforme[rz]?)\b/,
  ],
];
const opener =
  /^(?:(?:please|now|then|so|first|also|ok|hi|hello|could you|can you|would you|i want you to|i need you to|i'd like you to|your (?:task|job) is to|the task is to|you (?:should|must|will)|and|but|et|mais|help me|s'il te plait|s'il vous plait|peux-tu|pouvez-vous|merci de|tu dois|vous devez|ta tache est de|ton travail est de|je veux que tu|j'aimerais que tu|aide-moi a|maintenant|d'abord|ensuite)[,:]?\s+)+/;

/** What is to be done, and to what. */
export const task: Rule = (sentence) => {
  const at = sentence.parsed.frames.filter((frame) => frame.directive && !frame.negated && frame.mode === 'main');
  const later =
    sentence.source === 'data' ||
    !sentence.parsed.frames.some((frame) => frame.directive !== (frame === at[0]) || frame.mode === 'condition');
  const begins = [0, ...(later ? at.map((frame) => frame.start) : [])];
  for (const begin of begins) {
    const found = taskFrom(sentence, begin);
    if (found.length > 0) return found;
  }
  return [];
};

function taskFrom(sentence: Sentence, from: number): Found[] {
  const begun = from + (opener.exec(sentence.low.slice(from))?.[0].length ?? 0);
  const low = sentence.low.slice(begun);
  const act = acts.find(([, pattern]) => pattern.test(low));
  if (!act) return [];
  if (
    /^(?:who|what|when|where|which|how|why|is|are|should|qui|que|quel|quelle|quand|ou|comment|pourquoi|combien|est-ce)\b/.test(
      low,
    ) &&
    !sentence.parsed.question
  )
    return [];
  const verb = act[1].exec(low)?.[0].length ?? 0;
  const rest = /^[^.!?;\n]*/.exec(sentence.text.slice(begun + verb))?.[0].trim() ?? '';
  if (
    /^(?:with|by|in|as|only|exactly|par|en|avec|uniquement|seulement)\b/i.test(rest) &&
    (act[0] === 'answer' || act[0] === 'write')
  )
    return [];
  if (rest === '' || /^["“«`]/.test(rest)) return [];
  const first = sentence.parsed.frames.find((frame) => frame.mode === 'main');
  if (from === 0 && first?.negated && begun === 0) return [];
  return [
    {
      request: { kind: 'task', act: act[0], object: rest.slice(0, 160) },
      polarity: 1,
      start: from,
      end: Math.min(sentence.text.length, begun + verb + rest.length + 1),
    },
  ];
}
