import type { Language } from './language.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that negate the whole clause they stand in. */
export const negators: Record<Language, ReadonlySet<string>> = {
  en: set(
    "not never no zero cannot nobody nothing none neither nowhere unable impossible incapable can't don't doesn't didn't won't wouldn't shouldn't mustn't isn't aren't wasn't weren't needn't couldn't hasn't haven't hadn't ain't dont cant wont nor hardly",
  ),
  fr: set(
    'pas jamais zero aucun aucune aucuns aucunes nul nulle rien personne ni guere nullement aucunement point non impossible incapable',
  ),
};

/** Expressions that negate a clause, and those that hold a negator and do not; folded, longest first. */
export const negatingPhrases: Record<Language, readonly (readonly string[])[]> = {
  en: [
    'under no circumstances',
    'on no account',
    'in no case',
    'by no means',
    'at no point',
    'in no way',
    'out of the question',
    'off limits',
    'stop short of',
    'refrain from',
    'steer clear of',
    'stay away from',
    'not allowed',
    'must not',
    'no longer',
    'no room for',
    'off the table',
    'none of',
    'nothing of',
    'keep clear of',
    'keep away from',
    'ruled out',
    'is out',
    'are out',
    'a no go',
    'no way',
    'out of bounds',
    'not for',
    'anything but',
    'far from',
    'stays out',
    'stay out',
    'stays silent',
    'stay silent',
    'keep quiet',
    'has no effect',
    'have no effect',
    'without effect',
    'without consequence',
    'no place',
  ].map((phrase) => phrase.split(' ')),
  fr: [
    'en aucun cas',
    'sous aucun pretexte',
    'hors de question',
    'en aucune facon',
    'en aucune maniere',
    'a aucun moment',
    'pas question de',
    'garde de',
    "garde d'",
    'gardez de',
    "gardez d'",
    'loin de',
    'pas question',
    'est exclu',
    'sont exclus',
    'est exclue',
    'a proscrire',
    'a bannir',
    'a eviter',
    'a exclure',
    'hors sujet',
    'rien de',
    "rien d'",
    "n' a pas a",
    "n' ont pas a",
    'reste hors',
    'restent hors',
    'sans effet',
    'sans consequence',
    "s' abstenir de",
    "t' abstenir de",
  ].map((phrase) => phrase.split(' ')),
};
export const seemingNegations: Record<Language, readonly (readonly string[])[]> = {
  en: [
    'not only',
    'not just',
    'not merely',
    'no more than',
    'no less than',
    'no later than',
    'no fewer than',
    'not more than',
    'nothing but',
    'nothing else',
    'no other',
    'no matter',
    'none other than',
    'why not',
    'whether or not',
    'not sure',
    'no doubt',
    'without fail',
  ].map((phrase) => phrase.split(' ')),
  fr: [
    'pas seulement',
    'pas plus de',
    'pas moins de',
    "rien d' autre",
    'rien que',
    'non seulement',
    'pas uniquement',
    'sans faute',
    'sans doute',
    'sans exception',
  ].map((phrase) => phrase.split(' ')),
};

/** Words that negate only what follows them. */
export const withouts: Record<Language, ReadonlySet<string>> = { en: set('without'), fr: set('sans') };
/** Expressions after which comes what is not meant. */
export const contrasts: Record<Language, readonly (readonly string[])[]> = {
  en: [
    ['instead', 'of'],
    ['rather', 'than'],
    ['as', 'opposed', 'to'],
  ],
  fr: [
    ['au', 'lieu', 'de'],
    ['plutot', 'que'],
    ['plutot', "qu'"],
    ['et', 'non'],
    ['au', 'lieu', "d'"],
  ],
};

export const conditions: Record<Language, ReadonlySet<string>> = {
  en: set('if when whenever unless where wherever once should'),
  fr: set("si s' quand lorsque lorsqu' des sauf"),
};
export const reversedConditions: ReadonlySet<string> = set('unless sauf');

/** Words that begin a new clause. */
export const joiners: Record<Language, ReadonlySet<string>> = {
  en: set('but because since so although while whereas however which who whose until'),
  fr: set("mais car puisque puisqu' parce donc alors tandis qui dont cependant sinon"),
};

/** "must", "should": what follows is an instruction. */
export const obligations: Record<Language, ReadonlySet<string>> = {
  en: set("must should shall mustn't shouldn't ought need please ensure never always only cannot will to be"),
  fr: set(
    'dois doit devez doivent devra devras devrait devraient devront faut faudra veille veillez merci assure toujours jamais seulement uniquement seul interdit doivent',
  ),
};

/** Who asks, wants and says, other than the writer of the text. */
export const reporters: Record<Language, ReadonlySet<string>> = {
  en: set(
    'customer customers client clients user users he she they who buyer prospect sender author manager boss email mail message letter comment lawyer counterparty party employee colleague candidate applicant patient supplier vendor reader text interviewee person people tenant landlord seller',
  ),
  fr: set(
    'client cliente clients il elle ils elles utilisateur utilisatrice acheteur prospect expediteur auteur responsable chef mail courriel message lettre commentaire avocat partie salarie collegue candidat patient fournisseur lecteur texte interviewe personne locataire vendeur',
  ),
};
export const addressees: Record<Language, ReadonlySet<string>> = { en: set('you your'), fr: set('vous tu votre') };
export const reportVerbs: Record<Language, ReadonlySet<string>> = {
  en: set(
    'demand demands demanded demanding want wants wanted ask asks asked asking request requests requested requesting say says said claim claims claimed insist insists insisted expect expects expected hope hopes hoped wish wishes wished complain complains complained threaten threatened believe believes believed think thinks thought wrote writes mention mentions mentioned need needs needed wonder wonders wondered told tells seek seeks sought argue argues argued deserve deserves',
  ),
  fr: set(
    'demande demandent demandait demandez demandiez reclame reclament reclamait reclamez exige exigent exigeait exigez veut veulent voulait voulez voudrait voudriez souhaite souhaitent souhaitait souhaitez dit disait disent dites pretend pretendent pretendait affirme affirment espere esperent attend attendent attendait attendez insiste insistent menace menacent croit croient pense pensent pensait ecrit ecrivait mentionne raconte explique estime',
  ),
};

/** Verbs that stand for being and having: a clause with one of them is a statement, not a heap of nouns. */
export const auxiliaries: Record<Language, ReadonlySet<string>> = {
  en: set(
    "is are was were be been am has have had do does did can could may might will would must should shall gets get isn't aren't don't doesn't can't won't cannot it's that's there's i'm we're you're i'll we'll you'll i've we've counts goes",
  ),
  fr: set(
    'est sont etait etaient sera seront soit a ont avait avaient aura peut peuvent pouvez pourra doit doivent va vont fait font faut suis sommes etes ai avons avez puis peux compte',
  ),
};
