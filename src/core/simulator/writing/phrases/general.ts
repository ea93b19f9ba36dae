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
export const sums: InBoth<readonly string[]> = {
  en: ['The result is {value}.', 'That comes to {value}.'],
  fr: ['Le résultat est {value}.', 'Cela fait {value}.'],
};
