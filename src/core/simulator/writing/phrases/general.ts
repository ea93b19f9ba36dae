import type { InBoth } from '#core/language/language.ts';

/** Sentences about any topic, for a model that was asked to write and was given nothing. */
export const generalSentences: InBoth<readonly string[]> = {
  en: [
    'The first thing to say about {topic} is that it looks simpler than it is.',
    'Most people come to {topic} through a concrete need, and that is a good place to start.',
    'It helps to tell what is urgent from what merely seems so.',
    'Small and regular steps usually achieve more than one big effort.',
    'A clear goal makes it easier to decide what to leave out.',
    'Good results depend on the people involved as much as on the means at hand.',
    'It pays to write down early what should be different in the end.',
    'Mistakes are part of it, provided that they are noticed quickly.',
    'Costs and benefits seldom fall on the same person, which explains many a disagreement.',
    'Looking back after a few weeks shows what really worked.',
    'In the end, {topic} is a matter of attention more than of talent.',
    'Anyone who wants to go further should talk with those who have done it before.',
  ],
  fr: [
    'La première chose à dire sur {topic}, c’est que le sujet paraît plus simple qu’il ne l’est.',
    'On aborde souvent {topic} à partir d’un besoin concret, et c’est un bon point de départ.',
    'Il est utile de distinguer ce qui est urgent de ce qui en a seulement l’air.',
    'Des pas petits et réguliers mènent en général plus loin qu’un seul grand effort.',
    'Un but clair aide à décider de ce qu’il faut laisser de côté.',
    'Le résultat dépend des personnes autant que des moyens dont elles disposent.',
    'Il vaut la peine d’écrire tôt ce qui devra être différent à la fin.',
    'Les erreurs en font partie, pourvu qu’on les remarque vite.',
    'Les coûts et les avantages retombent rarement sur la même personne, ce qui explique bien des désaccords.',
    'Un regard en arrière après quelques semaines montre ce qui a vraiment servi.',
    'Au fond, {topic} est affaire d’attention plus que de talent.',
    'Pour aller plus loin, le mieux est d’en parler avec ceux qui l’ont déjà fait.',
  ],
};

export const noTopic: InBoth<string> = { en: 'this subject', fr: 'ce sujet' };
export const askForMaterial: InBoth<readonly string[]> = {
  en: [
    'It looks as though the text did not come through.',
    'Could you paste the content you would like me to work on?',
  ],
  fr: ['Il semble que le texte ne soit pas passé.', 'Pourriez-vous coller le contenu sur lequel je dois travailler ?'],
};
export const saidOfText: InBoth<readonly string[]> = {
  en: ['The text says: {sentence}', 'It also notes this: {sentence}', 'Another point is this: {sentence}'],
  fr: ['Le texte dit ceci : {sentence}', 'Il note aussi ceci : {sentence}', 'Un autre point : {sentence}'],
};
export const sums: InBoth<readonly string[]> = {
  en: ['The result is {value}.', 'That comes to {value}.'],
  fr: ['Le résultat est {value}.', 'Cela fait {value}.'],
};
