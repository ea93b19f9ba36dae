import type { Wording } from './learn.ts';

const en = `Read the text below. | Here are the notes. | Sort this comment into one category of our list. | Put each message into one of these groups. |
Summarise the document below for our team. | Turn the notes below into a report. | Write the e-mail that I send to the customer. |
Write a short answer to this message. | Answer as a JSON object with the keys "title", "status" and "reason". |
Answer with JSON only, nothing before or after it, an object with two keys: | "items": a list of objects with "id" (such as "A3") and "text"; |
"code" is the number of the entry, such as "R2". | Answer with the category name only, exactly as the list spells it. | Give the answer in one word. |
At most 70 words. | The reply has at most 100 words and stays friendly. | Write in English. | Answer in French. | Use plain text without Markdown. |
Use bullet points. | Put the result in a table with three columns. | Give it a title. | Write two paragraphs. | Here is an example. | Input: | Output: | Comment: | Category: |
The document is between the tags. | <text> | </text> | <policy> | {{text}} | {{policy}} | <guide> | {{guide}} | The material follows. | You are an experienced assistant. |
You work for a shop that sells bicycles. | It will be read on a phone between two meetings. | Our readers run small hotels. | This goes to the whole company on Thursday. |
Be thorough but to the point. | Be professional. | Please do your best. | This is important for my job. | Take a deep breath. | Judge it from what it does. |
Explain the result briefly. | Draft a note for the meeting from these requests, following the rules of the board. | Label the parts with exactly these words. |
What do you think of this? | Why did this happen? | Do the following: | Go through the text paragraph by paragraph. | List what you find. | Added in March after a complaint. |
Each entry has a time and a short text. | If there is nothing, return an empty list. | Write as one flowing text. | Fill in the sheet for this company. | Work quickly.`;

const fr = `Lis le texte ci-dessous. | Voici les notes. | Range ce commentaire dans une catégorie de notre liste. | Classe chaque message dans l'un de ces groupes. |
Résume le document ci-dessous pour notre équipe. | Transforme les notes ci-dessous en rapport. | Écris le mail que j'envoie au client. |
Écris une courte réponse à ce message. | Réponds par un objet JSON avec les clés « titre », « statut » et « motif ». |
Réponds par un objet JSON et rien d'autre, avec sept clés : fournisseur, objet, statut (ouvert ou clos) et trois autres. |
"lignes" : une liste d'objets avec "nom", "nombre" (un nombre) et "identifiants". | "code" est le numéro de l'entrée, comme "R2". |
Réponds par le nom de la catégorie seulement, exactement comme dans la liste. | Donne la réponse en un mot. | 70 mots au plus. | La réponse a 100 mots au plus et reste aimable. |
Écris en français. | Réponds en anglais. | Du texte simple, sans Markdown. | Fais une liste à puces. | Présente le résultat dans un tableau de trois colonnes. |
Donne-lui un titre. | Écris deux paragraphes. | Voici un exemple. | Entrée : | Sortie : | Commentaire : | Catégorie : | Le document est entre les balises. |
Les données suivent. | Tu es un assistant expérimenté. | Tu travailles pour une boutique de vélos. | On le lira sur un téléphone entre deux réunions. |
Nos lecteurs tiennent de petits hôtels. | Cela part jeudi à toute l'entreprise. | Sois complet mais concis. | Sois professionnel. | Fais de ton mieux. |
C'est important pour mon travail. | Juge d'après ce que cela fait. | Explique brièvement le résultat. | Rédige une note pour la réunion à partir de ces demandes, selon les règles du comité. |
La note commence par « Objet : » et donne aussitôt le sujet. | Regroupe ces lignes par sujet, une ligne par sujet. | Qu'en penses-tu ? | Pourquoi est-ce arrivé ? |
Fais ce qui suit : | Parcours le texte paragraphe par paragraphe. | Liste ce que tu trouves. | Ajouté en mars après une plainte. | Chaque entrée a une heure et un texte court. |
S'il n'y a rien, renvoie une liste vide. | Écris un texte suivi. | Remplis la fiche de cette société. | Va vite. | Cette fiche sert à la réunion de jeudi.`;

const sentencesOf = (text: string, language: Wording['language']): Wording[] =>
  text.split('|').map((sentence) => ({ text: sentence.trim().replace(/\s+/g, ' '), language }));

/** What stands in anybody's prompt and asks for none of the things that exercises need: the task, the form, the tags. */
export const ordinaryPrompts: readonly Wording[] = [...sentencesOf(en, 'en'), ...sentencesOf(fr, 'fr')];
