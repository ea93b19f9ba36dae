import type { InBoth } from '#core/language/language.ts';

/** What kind of thing an answer announces. */
export type Announced = 'text' | 'email' | 'list' | 'data' | 'label' | 'code';

export const openings: InBoth<Record<Announced, readonly string[]>> = {
  en: {
    text: [
      'Sure! Here is what I can say about it.',
      'Of course. Here is what I came up with.',
      "Certainly! Let's go through it.",
      'Here is my answer, based on what you shared.',
    ],
    email: [
      'Sure! Here is a draft you can adapt:',
      'Of course, here is a suggestion:',
      "Certainly! Here's a message you could send:",
      'Here is a possible version:',
    ],
    list: [
      'Sure! Here are the main points:',
      'Of course, here is the list:',
      "Here's what stands out:",
      'Certainly! These are the key points:',
    ],
    data: [
      "Sure! Here's the information in the format you asked for:",
      'Here is the result:',
      'Of course, here is the extracted data:',
      "Certainly! Here's the output:",
    ],
    label: [
      'Based on the text, the answer is:',
      'After reading it carefully, I would say:',
      'The best fit here is:',
      'I would put it as follows:',
    ],
    code: [
      'Sure! This should do it:',
      'Of course, here it is:',
      'Certainly! Try this:',
      'This is how I would write it:',
    ],
  },
  fr: {
    text: [
      'Bien sûr ! Voici ce que je peux en dire.',
      'Volontiers. Voici ce que cela donne.',
      'Bien sûr, reprenons les choses dans l’ordre.',
      'Voici ma réponse, à partir de ce que vous avez transmis.',
    ],
    email: [
      'Bien sûr ! Voici une proposition à adapter :',
      'Volontiers, voici une suggestion :',
      'Voici un message que vous pourriez envoyer :',
      'Voici une version possible :',
    ],
    list: [
      'Bien sûr ! Voici les principaux points :',
      'Volontiers, voici la liste :',
      'Voici ce qui ressort :',
      'Voici les points clés :',
    ],
    data: [
      'Bien sûr ! Voici les informations dans le format demandé :',
      'Voici le résultat :',
      'Volontiers, voici les données extraites :',
      'Voici la sortie demandée :',
    ],
    label: [
      'D’après le texte, la réponse est :',
      'Après une lecture attentive, je dirais :',
      'Ce qui convient le mieux ici :',
      'Je le classerais ainsi :',
    ],
    code: [
      'Bien sûr ! Voici de quoi faire :',
      'Volontiers, le voici :',
      'Bien sûr, essayez ceci :',
      'Voici comment je l’écrirais :',
    ],
  },
};

export const offers: InBoth<readonly string[]> = {
  en: [
    'Let me know if you would like me to adjust anything.',
    'I hope this helps! Feel free to ask if you need more detail.',
    'Would you like me to go deeper into any of these?',
    'Just tell me if you prefer another tone or length.',
  ],
  fr: [
    'Dites-moi si vous souhaitez que je modifie quelque chose.',
    "J'espère que cela vous aide ! N'hésitez pas à demander plus de détails.",
    'Souhaitez-vous que je développe un de ces points ?',
    'Dites-moi si vous préférez un autre ton ou une autre longueur.',
  ],
};

export const greetings: InBoth<readonly string[]> = {
  en: ['Hello,', 'Hi there,', 'Good morning,'],
  fr: ['Bonjour,', 'Madame, Monsieur,'],
};
export const closings: InBoth<readonly string[]> = {
  en: ['Kind regards,', 'Best regards,'],
  fr: ['Bien cordialement,', 'Cordialement,'],
};
