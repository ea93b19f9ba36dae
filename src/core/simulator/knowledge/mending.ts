import type { InBoth, Language } from '#core/language/language.ts';

type Changes = readonly (readonly [RegExp, string])[];
const changes = (rows: string): Changes =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [from = '', to = ''] = row.split(' > ');
      return [new RegExp(`(?<![\\p{L}])${from}(?![\\p{L}])`, 'giu'), to] as const;
    });

/** The slips that are found without understanding the text; the rest is beyond a simulated model. */
const slips: InBoth<Changes> = {
  en: changes(`
teh > the
recieve(d?) > receive$1
definately > definitely
seperate(ly)? > separate$1
occured > occurred
untill > until
wich > which
tommorow > tomorrow
accomodate > accommodate
adress > address
could of > could have
should of > should have
alot > a lot
dont > don’t
doesnt > doesn’t
cant > can’t
its a > it’s a
(he|she|it) go > $1 goes
(he|she|it) have > $1 has
(he|she|it) don['’]t > $1 doesn’t
(we|you|they) was > $1 were
(I|we|you|they) has > $1 have
there is (many|several|two|three|four|some people) > there are $1
your (welcome|right about|going to) > you’re $1
their (is|are|was|were) > there $1
informations > information
more better > better
much (?=people|things|mistakes|errors|problems) > many 
a (?=[aeio]) > an `),
  fr: changes(`
malgrés > malgré
parmis > parmi
biensur > bien sûr
sa va > ça va
quelque soit > quel que soit
language > langage
tu (?:à|a) > tu as
(il|elle|on) as > $1 a
il (sont|ont|étaient|avaient|seront|auront) > ils $1
elle (sont|ont|étaient|avaient|seront|auront) > elles $1
(les|des|ces|nos|vos|leurs) (\\p{L}{3,}[^\\P{L}sxz]) on (\\p{L}+(?:é|çu|vu|lu|pu|is|it)s?) > $1 $2s ont $3
(les|des|ces|nos|vos|leurs) (\\p{L}{3,}[^\\P{L}sxz]) (sont|ont|étaient|seront|doivent|peuvent) > $1 $2s $3
(ils|elles) sont (content|prêt|parti|arrivé|satisfait|venu|présent|absent) > $1 sont $2s
elles sont (contents|prêts|partis|arrivés|satisfaits|venus|présents|absents) > elles sont $1
(ai|as|avons|avez|ont) (\\p{L}+)er > $1 $2é
il à > il a
elle à > elle a
si j['’]aurais > si j’avais
croivent > croient
comme même > quand même
acceuil > accueil
apeller > appeler
rdv > rendez-vous`),
};

/** Long ways of saying something, and short ones. */
const longer: InBoth<Changes> = {
  en: changes(`
due to the fact that > because
in order to > to
in the event that > if
at this point in time > now
made the decision to > decided to
a large number of > many
with regard to > about
has the ability to > can
(?:really|very|actually|basically|quite) > `),
  fr: changes(`
en raison du fait que > parce que
afin de > pour
dans le cas où > si
à l['’]heure actuelle > actuellement
un grand nombre de > beaucoup de
en ce qui concerne > pour
est en mesure de > peut
(?:vraiment|très|en fait|tout à fait) > `),
};

const applied = (text: string, rows: Changes) =>
  rows
    .reduce((said, [from, to]) => said.replace(from, to), text)
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.])/g, '$1')
    .replace(/(^|[.!?…]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .trim();

/** A text without the commonest slips, its sentences begun with a capital and ended with a stop. */
export function corrected(text: string, language: Language): string {
  const said = applied(text, slips[language]);
  const past =
    language === 'en'
      ? said.replace(/\b(he|she|it|I|we|they|you) go(?:es)?\b(?=[^.!?]*\b(?:yesterday|last|ago)\b)/gi, '$1 went')
      : said;
  return /[.!?…»"”]$/.test(past) ? past : `${past}.`;
}

/** A text with its long-winded turns made short, and without what stands in brackets. */
export function shortened(text: string, language: Language): string {
  return applied(text.replace(/\s\([^()]*\)/g, ''), longer[language]);
}
