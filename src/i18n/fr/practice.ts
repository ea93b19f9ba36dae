import type { French } from '../i18n.ts';
import type { practice } from '../en/practice.ts';

export default {
  title: '{exercise} · Candor',
  loading: 'Ouverture de l’exercice…',
  notFound: 'Il n’y a pas d’exercice à cette adresse.',
  notFoundHelp: 'Il a pu être renommé, ou le lien tronqué.',
  failed: 'L’exercice ne s’est pas chargé.',
  failedHelp: 'Vos brouillons et vos essais sont en sécurité. Réessayez.',
  again: 'Réessayer',
  backToExercises: 'Revenir aux exercices',
  resizeTask: 'Largeur de la tâche ; Entrée la replie',
  resizeResult: 'Largeur du prompt et du résultat ; Entrée replie le résultat',
  foldTask: 'Replier la tâche',
  openTask: 'Déplier la tâche',
  foldResult: 'Replier le résultat',
  openResult: 'Déplier le résultat',
  sections: 'Parties de la page',
} satisfies French<typeof practice>;
