import type { French } from '../i18n.ts';
import type { catalogue } from '../en/catalogue.ts';

export default {
  title: 'Exercices',
  'about-all':
    'Des tâches tirées du vrai travail. Vous écrivez le prompt ; il est noté sur des cas que vous n’avez pas vus.',
  'about-programmer': 'Des signalements qu’une collègue peut traiter, rédigés au départ par des gens pressés.',
  'about-designer':
    'Des mots pour l’écran et pour celles et ceux qui ne le voient pas : brefs, justes, d’une seule voix.',
  'about-product-manager': 'Des entretiens lus pour ce qui a été dit, non pour ce qu’on espérait entendre.',
  'about-data-scientist':
    'Du texte libre transformé en colonnes qui se comptent, et se recompteront au trimestre prochain.',
  'about-lawyer': 'Des clauses confrontées au playbook de la maison, citation à l’appui.',
  'about-support':
    'Des réponses conformes au règlement, des décisions lisibles par un script, et des messages qui cherchent à parler à votre machine.',
  'about-sales': 'Des comptes rendus qui disent ce qui a été convenu, et ne promettent rien d’autre.',
  'about-finance':
    'Des chiffres qui tombent juste, des champs qui peuvent rester vides, et rien d’inventé pour les remplir.',
  'about-everyone': 'Le travail de tous les bureaux : courriers, notes, décisions.',
  find: 'Chercher un exercice',
  findHint:
    'Appuyez sur / pour chercher, sur les flèches pour vous déplacer, sur Entrée pour ouvrir, sur Échap pour effacer.',
  filters: 'Filtres',
  filtersOn: { one: 'Filtres, {count} actif', other: 'Filtres, {count} actifs' },
  profession: 'Métier',
  level: 'Niveau',
  skill: 'Compétence',
  state: 'Avancement',
  all: 'Tous',
  passedOf: '{passed} sur {total}',
  passedOfLong: 'réussis : {passed} sur {total}',
  more: { one: '{count} de plus', other: '{count} de plus' },
  fewer: 'Réduire',
  minutes: { one: '{count} min à la main', other: '{count} min à la main' },
  new: 'à faire',
  open: 'commencé',
  scoreStarted: 'commencé, meilleure note {score}',
  scorePassed: 'réussi, meilleure note {score}',
  found: { one: '{count} exercice', other: '{count} exercices' },
  none: 'Aucun exercice ne réunit tout cela.',
  noneFor: 'Aucun exercice ne correspond à « {text} ».',
  clear: 'Voir tous les exercices',
  empty: 'Il n’y a pas encore d’exercices ici.',
  emptyHelp:
    'Cette copie de Candor a été construite sans son dossier d’exercices. Reconstruisez-la avec ce dossier à côté.',
  broken: 'Les exercices ne se sont pas chargés.',
  brokenHelp: 'Rien de ce que vous avez écrit n’est perdu. Rechargez la page.',
  halfHour: 'Une demi-heure, en partant de zéro',
  pathOf: 'Le parcours de ce métier : {profession}',
  paths: 'Tous les parcours',
  lessons: 'Toutes les leçons',
  startHere: 'Commencez ici',
  startText: '« {title} » : {summary}',
  startHelp: 'Le premier prompt est déjà écrit. Lancez-le, voyez où il échoue, puis faites-le tenir.',
  start: 'Commencer',
  stopped: 'Là où vous en étiez',
  stoppedGap: '« {title} » marche sur ce que vous avez vu, et pas sur ce que vous n’avez pas vu.',
  stoppedAt: '« {title} » en est à {score}.',
  stoppedUngraded: '« {title} » n’a pas pu être noté la dernière fois.',
  stoppedRun: 'La dernière exécution de « {title} » s’est interrompue. Ce qui était arrivé est conservé.',
  goOn: 'Reprendre',
  next: 'À suivre',
  allPassed: 'Tout est réussi',
  allPassedText:
    'Vous avez réussi tous les exercices. Reste la question franche : y arriveriez-vous de nouveau, avec moins de mots ?',
  openHistory: 'Relire vos essais',
} satisfies French<typeof catalogue>;
