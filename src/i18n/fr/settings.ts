import type { French } from '../i18n.ts';
import type { settings } from '../en/settings.ts';

export default {
  title: 'Réglages',
  look: 'Apparence',
  language: 'Langue',
  theme: 'Thème',
  'theme-system': 'Comme le système',
  'theme-light': 'Clair',
  'theme-dark': 'Sombre',
  data: 'Vos données',
  dataAbout:
    'Essais, comparaisons, brouillons et progression se trouvent dans ce navigateur et nulle part ailleurs. Exportez-les pour en garder une copie, ou pour continuer sur un autre appareil.',
  export: 'Tout exporter',
  exporting: 'Écriture du fichier…',
  exported: 'Exporté sous le nom {name}.',
  import: 'Importer un fichier',
  importAbout:
    'Déposez ici un fichier d’export, ou choisissez-en un. Ce qui est déjà là reste ; rien n’est doublé, rien de plus récent n’est écrasé.',
  drop: 'Relâchez pour importer',
  importing: 'Importation, {done} sur {total}',
  reading: 'Lecture du fichier…',
  importDone: '{name} est importé.',
  added: { one: '{count} ajouté', other: '{count} ajoutés' },
  updated: { one: '{count} mis à jour', other: '{count} mis à jour' },
  unchanged: { one: '{count} déjà là', other: '{count} déjà là' },
  nothingNew:
    '{name} ne contient aucun essai ni aucune comparaison qui ne soit déjà là. Brouillons et progression sont à jour.',
  'import-not-json':
    '{name} n’est pas un fichier d’export de Candor : ce n’est pas du JSON. Choisissez le fichier .json écrit par « Tout exporter ».',
  'import-not-ours':
    '{name} n’est pas un fichier d’export de Candor. Choisissez le fichier .json écrit par « Tout exporter ».',
  'import-newer':
    '{name} vient d’une version plus récente de Candor. Rechargez cette page pour obtenir cette version, puis importez-le.',
  'import-invalid': '{name} est endommagé et rien n’a été importé. Le premier défaut se trouve à {where}.',
  'import-too-large': '{name} dépasse la taille d’un fichier de Candor. Rien n’a été importé.',
  storage: 'Stockage',
  used: '{used} utilisés sur {quota}.',
  usageUnknown: 'Ce navigateur ne dit pas quel espace est utilisé.',
  persisted: 'Le navigateur s’est engagé à garder vos données jusqu’à ce que vous les supprimiez.',
  notPersisted: 'Si l’espace vient à manquer, le navigateur peut effacer vos données sans prévenir.',
  askPersist: 'Lui demander de les garder',
  persistRefused:
    'Le navigateur ne s’y est pas engagé. Il le fait souvent une fois la page installée ou mise en favori. Exportez vos données de temps en temps.',
  persistUnknown: 'Ce navigateur ne peut pas s’engager à garder vos données. Exportez-les de temps en temps.',
  model: 'Modèles',
  modelAbout:
    'Les prompts tournent sur un modèle simulé dans cette page, toujours de la même manière, et ce qu’il écrit est signalé comme simulé. Ou sur un vrai : un serveur, le modèle du navigateur, ou un fichier de modèle.',
  modelsOpen: 'Configurer de vrais modèles',
} satisfies French<typeof settings>;
