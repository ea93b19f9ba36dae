import type { InBoth } from '#core/language/language.ts';

/** What a wordy model says around the matter when it is told no length: true of everything, needed by nobody. */
export const letterPadding: InBoth<readonly string[]> = {
  en: [
    'Thank you very much for taking the time to get in touch and for setting everything out so clearly.',
    'I have looked at the details carefully and wanted to come back to you as soon as I could.',
    'I appreciate your patience while we went through this, and I understand how much it matters to you.',
    'Please rest assured that we take every message seriously and look at each situation individually.',
    'We value the trust you place in us and want every exchange with our team to be a good one.',
    'If anything in this message is unclear, or if you would like to talk it through, I am happy to help.',
    'It is always useful for us to hear directly from the people we work with, as it helps us improve.',
    'I have tried to be as clear as possible, and I hope this answers what you had in mind.',
    'Should any further question come up in the meantime, simply reply to this message.',
    'I will keep an eye on this personally and make sure that nothing is left lying around.',
    'I know that your time is precious, which is why I wanted to sum things up in one place.',
    'We look forward to continuing our conversation and to finding what works well for everyone.',
    'Once again, thank you for your understanding and for the constructive exchange.',
    'Do not hesitate to share this message with your colleagues if that is useful.',
  ],
  fr: [
    "Je vous remercie d'avoir pris le temps de nous écrire et d'avoir exposé les choses aussi clairement.",
    "J'ai relu l'ensemble des éléments avec attention et je tenais à revenir vers vous rapidement.",
    "Je vous remercie de votre patience et je comprends bien l'importance que cela revêt pour vous.",
    'Soyez assuré que nous prenons chaque message au sérieux et que nous examinons chaque situation avec soin.',
    'Nous tenons à la confiance que vous nous accordez et souhaitons que nos échanges soient toujours de qualité.',
    "Si un point de ce message n'était pas clair, ou si vous souhaitez en parler, je suis à votre écoute.",
    "Il nous est toujours utile d'entendre directement les personnes avec qui nous travaillons.",
    "J'ai essayé d'être aussi clair que possible et j'espère avoir répondu à vos attentes.",
    "Si d'autres questions vous viennent d'ici là, il vous suffit de répondre à ce message.",
    'Je suivrai ce dossier personnellement et veillerai à ce que rien ne reste en attente.',
    'Je sais que votre temps est précieux, et je voulais donc tout réunir en un seul endroit.',
    'Nous nous réjouissons de poursuivre cet échange et de trouver ce qui conviendra à chacun.',
    'Encore merci pour votre compréhension et pour la qualité de cet échange.',
    "N'hésitez pas à partager ce message avec vos collègues si cela peut leur être utile.",
  ],
};

export const reportPadding: InBoth<readonly string[]> = {
  en: [
    'It is worth looking at this in its context, because several elements play together here.',
    'Overall, the picture is fairly clear, even if a few details would deserve a closer look.',
    'This matters because it shapes how the rest should be read and what may follow from it.',
    'Of course, not every detail weighs the same, and some of them are more telling than others.',
    'Taken together, these elements give a good idea of the situation and of what lies behind it.',
    'A careful reader will notice that the wording itself already says quite a lot.',
    'It may also help to keep in mind who is speaking and what they were hoping for.',
    'In practice, this kind of situation comes up more often than one might expect.',
    'There may be other ways of looking at it, but this one seems the most natural.',
    'The next step would be to check these elements with the people concerned.',
    'None of this is unusual, yet it deserves to be put down clearly.',
    'Depending on what you need it for, some of these elements can be developed further.',
    'In short, the main thread is easy to follow once the details are put in order.',
    'That said, some caution is always advisable before drawing wider conclusions.',
  ],
  fr: [
    'Il est utile de replacer cela dans son contexte, car plusieurs éléments jouent ensemble.',
    "Dans l'ensemble, le tableau est assez clair, même si quelques détails mériteraient un examen plus poussé.",
    'Cela compte, car la lecture du reste et ce qui peut en découler en dépendent.',
    "Bien entendu, tous les détails n'ont pas le même poids, et certains sont plus parlants que d'autres.",
    "Pris ensemble, ces éléments donnent une bonne idée de la situation et de ce qu'il y a derrière.",
    'Un lecteur attentif remarquera que la formulation elle-même en dit déjà long.',
    "Il peut aussi être utile de garder à l'esprit qui parle et ce que la personne espérait.",
    "En pratique, ce genre de situation se présente plus souvent qu'on ne le croit.",
    "Il existe sans doute d'autres lectures, mais celle-ci paraît la plus naturelle.",
    "L'étape suivante serait de vérifier ces éléments auprès des personnes concernées.",
    "Rien de tout cela n'est inhabituel, mais cela mérite d'être posé clairement.",
    "Selon l'usage que vous en ferez, certains de ces éléments peuvent être développés.",
    'En somme, le fil principal se suit facilement une fois les détails remis en ordre.',
    'Cela dit, un peu de prudence reste de mise avant de tirer des conclusions plus larges.',
  ],
};

/** Ends a sentence a few words later, for a length that must be met without a new sentence. */
export const tails: InBoth<readonly string[]> = {
  en: [
    ', which is worth keeping in mind',
    ', as far as one can tell from this',
    ', and that is quite telling',
    ', in one way or another',
    ', all things considered',
    ', at least for now',
    ', indeed',
  ],
  fr: [
    ", ce qu'il faut garder à l'esprit",
    ", pour autant qu'on puisse en juger",
    ', et cela en dit long',
    ", d'une manière ou d'une autre",
    ', tout bien considéré',
    ', du moins pour le moment',
    ', en effet',
  ],
};
