import type { Wording } from './learn.ts';

const en = `The parcel left the warehouse on Monday. I would like to know when the office opens. Thank you for your message. The meeting
takes place in the large room on the second floor. Nobody had touched the machine since the morning. Answer in three short sentences. Write it
for a reader who has never heard of the subject. Use the table below. Our figures for March are lower than those for February. She asked
whether the contract had been signed. Keep the tone friendly and calm. The engine stops after ten minutes. Return a JSON object with two keys.
Please translate the following text. It was raining when we arrived. They moved to another town last year. The list is sorted by name. You will
find the instructions on the last page. Do not use abbreviations. Each paragraph begins with a date. We are open from nine to five. The photo
shows a bridge over a river. I have attached the report. Summarise the discussion in your own words. The price includes breakfast. My colleague
will call you tomorrow. The system asks for a password. Name two advantages and one risk.`;

const fr = `Le colis a quitté l'entrepôt lundi. J'aimerais savoir quand le bureau ouvre. Merci de votre message. La réunion a lieu dans la grande
salle au deuxième étage. Personne n'avait touché à la machine depuis le matin. Réponds en trois phrases courtes. Écris pour un lecteur qui ne
connaît pas le sujet. Sers-toi du tableau ci-dessous. Nos chiffres de mars sont inférieurs à ceux de février. Elle a demandé si le contrat était
signé. Garde un ton aimable et posé. Le moteur s'arrête au bout de dix minutes. Renvoie un objet JSON avec deux clés. Merci de traduire le texte
suivant. Il pleuvait quand nous sommes arrivés. Ils ont déménagé l'an dernier. La liste est triée par nom. Vous trouverez le mode d'emploi en
dernière page. N'emploie pas d'abréviations. Chaque paragraphe commence par une date. Nous sommes ouverts de neuf à dix-sept heures. La photo
montre un pont sur une rivière. Vous trouverez le rapport en pièce jointe. Résume la discussion avec tes mots. Le prix comprend le petit
déjeuner. Ma collègue vous appellera demain. Le système demande un mot de passe. Cite deux avantages et un risque.`;

const sentencesOf = (text: string, language: Wording['language']): Wording[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=\.)\s/)
    .map((sentence) => ({ text: sentence, language }));

/** Sentences about anything, for a meaning that has no others to be told from. */
export const ordinary: readonly Wording[] = [...sentencesOf(en, 'en'), ...sentencesOf(fr, 'fr')];
