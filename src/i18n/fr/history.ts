import type { French } from '../i18n.ts';
import type { history } from '../en/history.ts';

export default {
  title: 'Historique',
  about: 'Tous vos essais, tels qu’ils étaient : le prompt ou les verdicts, les réponses, la note.',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  'change-first': 'Premier essai',
  'change-same': 'Le même prompt, de nouveau',
  'change-parameters': 'Autres paramètres',
  'change-added': 'Ajouté : {text}',
  'change-removed': 'Retiré : {text}',
  judged: 'cas bien jugés : {right} sur {total}, raison à l’appui',
  pass: 'réussi',
  fail: 'non réussi',
  ungraded: 'n’a pas pu être noté',
  interrupted: 'interrompu',
  running: 'en cours',
  score: 'note {score}',
  unknownExercise: 'un exercice qui n’est plus là',
  delete: 'Supprimer l’essai « {title} » du {moment}',
  deleted: 'Essai « {title} » supprimé.',
  restored: 'L’essai est rétabli.',
  more: 'Voir les essais plus anciens',
  shown: { one: '{count} essai affiché', other: '{count} essais affichés' },
  empty: 'Rien ici pour l’instant.',
  emptyHelp:
    'Chaque fois que vous lancez un prompt, l’essai est conservé ici : prompt, réponses et note, sur cet appareil uniquement.',
} satisfies French<typeof history>;
