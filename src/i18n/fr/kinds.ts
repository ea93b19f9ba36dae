import type { French } from '../i18n.ts';
import type { kinds } from '../en/kinds.ts';

export default {
  steps: 'Étapes de la chaîne',
  stepName: '{number} {name}',
  stepEmpty: 'vide : elle transmet ce qu’elle reçoit',
  stepTrouble: 'a un problème',
  stepHelp:
    'La réponse de cette étape est {variable} dans les suivantes. Laissée vide, elle transmet ce qu’elle a reçu.',
  lastStepHelp:
    'Ce qu’écrit cette étape est la réponse. Laissée vide, la réponse est ce qu’a écrit l’étape précédente.',
  wrote: 'Ce qu’a écrit « {step} »',
  answerOf: '« {step} » : la réponse',
  missed: { one: '{count} manquée', many: '{count} manquées', other: '{count} manquées' },
  writing: '« {step} » écrit',
  notComparedHelp:
    'Comparer, c’est lancer un prompt à côté d’un autre ; une chaîne en compte plusieurs qui se nourrissent. Parcourez plutôt ses essais au pied de sa page : notes, réponses et changements y sont.',
  openExercise: 'Ouvrir l’exercice',
  given: 'Le prompt donné',
  givenHelp: 'Ce que vous avez enlevé et ajouté, par rapport au prompt tel qu’il a été donné.',
  givenSame: 'C’est le prompt tel qu’il a été donné.',
  showGiven: 'Voir ce que vous avez changé',
  hideGiven: 'Masquer ce que vous avez changé',
  restoreGiven: 'Rétablir le prompt donné',
  faults: 'Ce qui n’allait pas dans le prompt donné',
  'flaw-contradiction': 'contradiction',
  'flaw-obsolete': 'périmé',
  'flaw-vague': 'vague',
  'flaw-harmful': 'nuisible',
} satisfies French<typeof kinds>;
