import type { French } from '../i18n.ts';
import type { shell } from '../en/shell.ts';

export default {
  exercises: 'Exercices',
  compare: 'Comparer',
  history: 'Historique',
  settings: 'Réglages',
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  home: 'Candor, tous les exercices',
  model: 'Modèle',
  simulated: 'simulé',
  offline: 'hors ligne',
  modelNote: '{model} : un modèle simulé qui tourne dans cette page. Aucune requête n’en sort.',
  modelNoteHere: '{model} : tourne dans ce navigateur. Aucune requête ne le quitte.',
  modelNoteLeaves: '{model}, de {connection} : ce qui est lancé va à {host}.',
  language: 'Langue',
  english: 'English',
  french: 'Français',
  languageMissing:
    'Les mots de cette langue ne se sont pas chargés. Choisissez-la de nouveau quand la page sera accessible.',
  close: 'Fermer',
  notices: 'Avis',
  undo: 'Annuler',
  retry: 'Réessayer',
  loading: 'Chargement',
  pageBroken: 'Cette page ne s’est pas chargée.',
  pageBrokenHelp:
    'Rien de ce que vous avez écrit n’est perdu. Rechargez la page ; si cela ne suffit pas, exportez vos données depuis les réglages et dites-nous ce que vous faisiez.',
  reload: 'Recharger',
  updateReady: 'Une nouvelle version de Candor est prête.',
  updateNow: 'La charger',
  notFound: 'Cette page n’existe pas',
  notFoundHelp: 'L’adresse vient peut-être d’une ancienne version, ou a été coupée à la copie.',
  backToExercises: 'Retour aux exercices',
} satisfies French<typeof shell>;
