import type { French } from '../i18n.ts';
import type { comparisons } from '../en/comparisons.ts';

export default {
  title: 'Comparaisons',
  about: 'Prompts, modèles et paramètres côte à côte : changez une chose, et voyez ce qu’elle fait.',
  newComparison: 'Nouvelle comparaison',
  newMatrix: 'Nouvelle matrice',
  find: 'Trouver une comparaison',
  findHint: 'Tapez pour chercher dans les titres, prompts, modèles et données. Échap vide le champ.',
  comparison: 'comparaison',
  matrix: 'matrice',
  panes: { one: '{count} volet', other: '{count} volets' },
  grid: '{prompts} × {models} × {cases}',
  gridHelp: '{prompts} prompts, {models} modèles, {cases} cas',
  ownData: 'données propres',
  gone: 'un exercice qui n’est plus ici',
  untitled: 'Sans titre',
  delete: 'Supprimer « {title} » du {moment}',
  deleted: '« {title} » est supprimée.',
  restored: '« {title} » est de retour.',
  found: { one: '{count} trouvée', other: '{count} trouvées' },
  shown: { one: '{count} affichée', other: '{count} affichées' },
  more: 'Afficher les plus anciennes',
  nothingFound: 'Rien ne correspond à « {query} ».',
  showAll: 'Tout afficher',
  empty: 'Rien n’est encore côte à côte.',
  emptyHelp:
    'Commencez ici une comparaison et écrivez deux prompts pour les mêmes données. Ou choisissez « Comparer » à côté d’un prompt que vous travaillez, ou d’un essai de votre historique : ses réponses viennent avec.',
  emptyMatrix:
    'Une matrice exécute plusieurs prompts sur plusieurs modèles et plusieurs cas, et montre les notes en grille.',
} satisfies French<typeof comparisons>;
