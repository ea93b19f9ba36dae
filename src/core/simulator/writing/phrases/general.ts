import type { InBoth } from '#core/language/language.ts';

export const askForMaterial: InBoth<readonly string[]> = {
  en: [
    'It looks as though the text did not come through.',
    'Could you paste the content you would like me to work on?',
  ],
  fr: ['Il semble que le texte ne soit pas passé.', 'Pourriez-vous coller le contenu sur lequel je dois travailler ?'],
};
export const greetingBack: InBoth<string> = {
  en: 'Hello! What can I do for you?',
  fr: 'Bonjour ! Que puis-je faire pour vous ?',
};
export const notKnown: InBoth<string> = {
  en: 'I do not know that for certain; please give me a text that says it.',
  fr: 'Je ne le sais pas avec certitude ; donnez-moi un texte qui le dit.',
};
export const noTranslation: InBoth<string> = {
  en: 'I am a simulated model and cannot translate this text; a real model can.',
  fr: 'Je suis un modèle simulé et je ne sais pas traduire ce texte ; un vrai modèle le peut.',
};
/** The same in the languages that are most asked for. */
export const noTranslationIn: Readonly<Record<string, string>> = {
  de: 'Ich bin ein simuliertes Modell und kann diesen Text nicht übersetzen; ein echtes Modell kann es.',
  es: 'Soy un modelo simulado y no sé traducir este texto; un modelo real sí puede.',
  it: 'Sono un modello simulato e non so tradurre questo testo; un modello vero può farlo.',
  pt: 'Sou um modelo simulado e não sei traduzir este texto; um modelo real consegue.',
  nl: 'Ik ben een gesimuleerd model en kan deze tekst niet vertalen; een echt model kan dat wel.',
};
export const sums: InBoth<readonly string[]> = {
  en: ['The result is {value}.', 'That comes to {value}.'],
  fr: ['Le résultat est {value}.', 'Cela fait {value}.'],
};
