import type { French } from '../i18n.ts';
import type { compareStart } from '../en/compare-start.ts';

export default {
  compareDraft: 'Comparer ce prompt',
  compareDraftHelp: 'Ce prompt à côté du précédent, dans des volets lancés ensemble',
  chainNotCompared: 'Une chaîne ne peut pas encore être mise côte à côte',
  compareWith: 'Comparer avec…',
  compareAttempt: 'Comparer l’essai de « {title} » du {moment} à d’autres',
  pickTitle: 'Quels essais côte à côte ?',
  pickHelp: 'De {fewest} à {most} essais de « {title} ». Leurs réponses viennent avec ; rien n’est relancé.',
  scored: 'note {score}',
  notScored: 'sans note',
  chosen: { one: '{count} choisi', many: '{count} choisis', other: '{count} choisis' },
  onlyOne:
    'Il n’y a qu’un essai de cet exercice pour l’instant. Il est mis à côté d’une copie de lui-même, à modifier.',
  open: 'Mettre côte à côte',
  cancel: 'Pas maintenant',
} satisfies French<typeof compareStart>;
