import type { InBoth, Language } from '#core/language/language.ts';

/** What can be said of any topic, by somebody who was given nothing else. `{topic}` stands for its words. */
export const topicFrames: InBoth<readonly string[]> = {
  en: [
    'There is more to {topic} than meets the eye.',
    'Most people come to {topic} through a concrete need.',
    'A good way into {topic} is to look at one case closely.',
    'What counts most with {topic} is to know what you want from it.',
    'Many questions about {topic} have a simple answer once they are put well.',
    'Few people think about {topic} until something goes wrong.',
    'Talking about {topic} with others helps to see it from another side.',
    'When it comes to {topic}, habits matter more than grand plans.',
    'Whoever looks into {topic} soon finds that the details decide.',
    'With {topic}, the first step is often the hardest.',
    'The best advice on {topic} usually comes from people who live with it.',
    'In the end, {topic} is a matter of attention more than of talent.',
  ],
  fr: [
    'Il y a plus à dire sur {topic} qu’il n’y paraît.',
    'Le sujet a un nom simple, {topic}, et bien des facettes.',
    'Pour aborder {topic}, le mieux est de regarder un cas de près.',
    'Avec {topic}, l’essentiel est de savoir ce qu’on en attend.',
    'Bien des questions sur {topic} ont une réponse simple une fois bien posées.',
    'On pense rarement à {topic} avant que quelque chose n’aille mal.',
    'Parler avec d’autres de ce que recouvre {topic} aide à voir plus large.',
    'Pour {topic}, les habitudes comptent plus que les grands projets.',
    'Qui s’intéresse à {topic} découvre vite que les détails décident.',
    'Quant à {topic}, le premier pas est souvent le plus difficile.',
    'Les meilleurs conseils sur {topic} viennent de ceux qui vivent avec.',
    'Au fond, {topic} est affaire d’attention plus que de talent.',
  ],
};

/** Sentences that go on from there. */
export const thoughts: InBoth<readonly string[]> = {
  en: [
    'It helps to tell what is urgent from what merely seems so.',
    'Small and regular steps usually achieve more than one big effort.',
    'A clear goal makes it easier to decide what to leave out.',
    'Good results depend on the people involved as much as on the means at hand.',
    'It pays to write down early what should be different in the end.',
    'Mistakes are part of it if they are noticed quickly.',
    'Costs and benefits seldom fall on the same person.',
    'Looking back after a few weeks shows what really worked.',
    'Start with what is already there.',
    'Time is usually the scarcest thing of all.',
    'A short list beats a long memory.',
    'Nobody has to do everything alone.',
    'Simple tools often do the job well enough.',
    'What works in one place may fail in another.',
    'It is fine to change course when the facts change.',
    'Patience pays off sooner than one expects.',
    'A second opinion rarely does harm.',
    'The obvious solution is worth trying before the clever one.',
    'Some things look difficult only from a distance.',
    'Good questions save more time than quick answers.',
    'Every choice closes some doors and opens others.',
    'What is easy to start is also easy to keep up.',
    'People remember how they were treated longer than what they were told.',
    'A little preparation takes the pressure out of the day.',
    'Numbers help when they are few and well chosen.',
    'It is wise to keep something in reserve.',
    'The weather and the mood play their part as well.',
    'A calm hour in the morning can make all the difference.',
    'Tradition has its reasons even where they are forgotten.',
    'New ideas need room before they need rules.',
    'Nothing replaces a look at the real thing.',
    'The rest tends to follow by itself.',
    'One honest conversation can spare weeks of guessing.',
    'Good care costs less than late repair.',
    'Those who ask early are seldom caught out.',
    'There is no need to be perfect on the first try.',
    'Plain words make hard matters easier to share.',
    'Sometimes the best decision is to wait a day.',
    'Progress shows best when it is measured against last month.',
    'Curiosity carries further than duty.',
    'A good example convinces more than a long speech.',
    'Enough is often better than more.',
  ],
  fr: [
    'Il est utile de distinguer ce qui est urgent de ce qui en a seulement l’air.',
    'Des pas petits et réguliers mènent en général plus loin qu’un seul grand effort.',
    'Un but clair aide à décider de ce qu’il faut laisser de côté.',
    'Le résultat dépend des personnes autant que des moyens dont elles disposent.',
    'Il vaut la peine d’écrire tôt ce qui devra être différent à la fin.',
    'Les erreurs en font partie si on les remarque vite.',
    'Les coûts et les avantages retombent rarement sur la même personne.',
    'Un regard en arrière après quelques semaines montre ce qui a vraiment servi.',
    'Mieux vaut commencer par ce qui existe déjà.',
    'Le temps est presque toujours ce qui manque le plus.',
    'Une liste courte vaut mieux qu’une longue mémoire.',
    'Personne n’est obligé de tout faire seul.',
    'Des outils simples suffisent bien souvent.',
    'Ce qui marche ici peut échouer ailleurs.',
    'On a le droit de changer de cap quand les faits changent.',
    'La patience paie plus vite qu’on ne le croit.',
    'Un second avis fait rarement du mal.',
    'La solution évidente mérite d’être essayée avant la solution ingénieuse.',
    'Certaines choses ne paraissent difficiles que de loin.',
    'De bonnes questions font gagner plus de temps que des réponses rapides.',
    'Chaque choix ferme des portes et en ouvre d’autres.',
    'Ce qui est facile à commencer est aussi facile à poursuivre.',
    'On se souvient de l’accueil plus longtemps que du discours.',
    'Un peu de préparation allège la journée.',
    'Les chiffres aident quand ils sont peu nombreux et bien choisis.',
    'Il est sage de garder quelque chose en réserve.',
    'L’humeur du moment joue aussi son rôle.',
    'Une heure calme le matin peut tout changer.',
    'La tradition a ses raisons même quand on les a oubliées.',
    'Les idées neuves ont besoin de place avant d’avoir besoin de règles.',
    'Rien ne remplace un coup d’œil sur le terrain.',
    'Le reste vient souvent tout seul.',
    'Une conversation franche épargne des semaines de suppositions.',
    'Un bon entretien coûte moins cher qu’une réparation tardive.',
    'Ceux qui demandent tôt sont rarement pris au dépourvu.',
    'Il n’est pas nécessaire d’être parfait du premier coup.',
    'Des mots simples rendent les choses difficiles plus faciles à partager.',
    'Parfois la meilleure décision est d’attendre un jour.',
    'Les progrès se voient mieux quand on les compare au mois passé.',
    'La curiosité mène plus loin que le devoir.',
    'Un bon exemple convainc davantage qu’un long discours.',
    'Assez vaut souvent mieux que plus.',
  ],
};

/** All that can be said of a topic in a language, its own words in about one sentence of four. */
export function topicSentences(language: Language, topic: string): string[] {
  const framed =
    topic === '' ? [] : topicFrames[language].map((text) => capital(elided(text.replaceAll('{topic}', topic))));
  return [...framed, ...thoughts[language]];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "de le" and "à le" are one word in French. */
function elided(text: string): string {
  return text
    .replace(/ de les /g, ' des ')
    .replace(/ de le /g, ' du ')
    .replace(/ à les /g, ' aux ')
    .replace(/ à le /g, ' au ');
}
