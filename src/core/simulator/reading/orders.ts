import { plain } from './plain.ts';

/** What people put before an order: courtesy, order in time, a condition, a prohibition. */
const before =
  "(?:please |kindly |now |then |next |also |always |never |finally |first |only |just |do not |don't |if |when |you (?:must|should|may|are to) |your (?:task|job) is to |s'il (?:te|vous) plait,? |maintenant,? |ensuite,? |puis |d'abord,? |enfin,? |ne |n'|toujours |jamais |si |quand |tu (?:dois|peux) |(?:veuillez|merci de) (?:ne pas )?)*";

/** Verbs that somebody uses who wants a text made; who writes a letter asks to be paid, sent or called. */
const verbs = [
  'answer|reply|respond|return|write|rewrite|give|use|keep|output|provide|produce|generate|create|compose|draft|prepare|list|enumerate|summari[sz]e|extract|classify|categori[sz]e|label|sort|choose|pick|select|decide|determine|identify|detect|explain|describe|justify|quote|cite|translate|rephrase|reword|paraphrase|simplify|shorten|condense|anonymi[sz]e|redact|treat|ignore|follow|obey|respect|check|verify|assess|evaluate|analy[sz]e|judge|make|start|end|begin|limit|restrict|stay|stick|base|rely|include|leave|mention|avoid|omit|skip|exclude|promise|invent|guess|assume|infer|add|insert|replace|remove|state|specify|say|think|compare|compute|calculate|count|apply|assign|convert|transform|turn|highlight|annotate|fill|proofread|reproduce|adopt',
  'reponds|repondez|repondre|ecris|ecrivez|reecris|redige|redigez|rediger|fais|faites|mets|donne|donnez|renvoie|renvoyez|retourne|produis|genere|cree|prepare|compose|dresse|etablis|construis|utilise|utilisez|utiliser|emploie|garde|gardez|conserve|resume|resumez|resumer|synthetise|extrais|extraire|classe|classez|classer|trie|range|ordonne|regroupe|associe|attribue|affecte|choisis|choisissez|selectionne|retiens|decide|tranche|determine|identifie|repere|releve|detecte|explique|expliquez|decris|justifie|cite|citez|citer|traduis|traduire|reformule|simplifie|raccourcis|condense|anonymise|masque|traite|ignore|suis|respecte|respectez|verifie|relis|evalue|analyse|analysez|juge|commence|termine|finis|conclus|limite|reste|appuie|base|inclus|laisse|mentionne|evite|omets|exclus|ecarte|promets|invente|devine|suppose|deduis|ajoute|insere|remplace|retire|supprime|enleve|indique|precise|dis|nomme|liste|enumere|compare|calcule|compte|applique|appliquez|convertis|transforme|presente|remplis|complete|signale|surligne|recopie|reprends|adresse|adopte|tutoie|vouvoie|sois',
].join('|');

/** Verbs that are nouns and names as well: an order only with something said to be done to. */
const ambiguous =
  '(?:note|present|copy|edit|find|flag|group|map|mark|match|mask|name|order|organi[sz]e|put|rank|rate|review|score|set|show|split|tag|tell|structure|separe|code|marque|copie) (?:the|this|these|each|every|all|it|them|any|only|me|le|la|les|ce|cette|ces|chaque|tout|toutes?)';

/** What is said of the answer without a verb in front. */
const forms =
  'the (?:answer|reply|output|response)|your (?:answer|reply|response|output)|la (?:reponse|sortie)|ta reponse|votre reponse|(?:an? |one |the |un |une |en |in )?(?:valid |single )?(?:json|yaml|csv|markdown|table|tableau|bullets?)|in (?:english|french|german|spanish|at most|one|two|three|plain)|en (?:francais|anglais|une|deux|trois|\\d+)|at most|max|maximum|no more than|au plus|pas plus d|keys|format|cles|chaque|each|every|no (?:preamble|greeting|introduction|markdown|explanations?|comments?|other text)|(?:pas|aucune?|sans) (?:de )?(?:preambule|introduction|commentaires?|explications?|salutations?|markdown)|(?:be|sois|soyez) (?:brief|concise|clear|polite|short|plain|strict|bref|brefs|concis|clair|poli)';

/** Questions about the answer to come rather than about the matter. */
const questions =
  "(?:which|what|how many|quels?|quelles?|combien d[e']) ?(?:of (?:these|the) |sont les |are the |is the |est la |est le )?(?:following )?(?:codes?|labels?|categor(?:y|ies)|class(?:es)?|tags?|topics?|themes?|fields?|verdicts?|criteri(?:a|on)|sentiments?|etiquettes?|categories?|criteres?|champs?)";

/** "Based on the policy above, …" */
const leaning =
  "(?:based|relying|building) (?:only |solely )?on\\b[^.!?\\n]{0,80}\\babove|using (?:only|just|the)|from the \\w+ above|d'apres\\b[^.!?\\n]{0,80}\\bci-dessus|a partir d[^.!?\\n]{0,80}\\bci-dessus|en (?:t'appuyant|vous appuyant|utilisant)";

const order = new RegExp(
  `^(?:[-*•\\d.) ]*)${before}(?:(?:${verbs}|${ambiguous}|${forms}|${questions})(?![\\w-]*\\s?:\\s*\\n)(?!\\w)|${leaning})`,
);

/** Names of lists of rules: what follows is said to the model. */
const ruleNames =
  '(?:rules|guidelines|constraints|requirements|instructions|(?:your )?task|output(?: format)?|expected output|format|regles|consignes?|contraintes|exigences|(?:ta )?tache|sortie(?: attendue)?|format attendu|format de (?:la )?(?:reponse|sortie))';
const rulesAhead = new RegExp(`^(?:#{1,4} |\\*\\*)?${ruleNames}(?:\\*\\*)? ?:`);
const rulesInside = new RegExp(`(?:^|\\n|[.!?] )[ \\t]*(?:#{1,4} |\\*\\*)?${ruleNames}(?:\\*\\*)? ?:`);

/** Whether a paragraph reads like an order to the model. */
export function speaksToModel(paragraph: string): boolean {
  const low = plain(paragraph).trimStart();
  return order.test(low) || rulesAhead.test(low);
}

/** Where in a text a list of rules is announced at the beginning of a line, or -1. */
export function rulesIn(text: string): number {
  return plain(text).search(rulesInside);
}
