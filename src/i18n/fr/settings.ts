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
  'part-indexedDB': 'Essais, comparaisons et brouillons',
  'part-caches': 'La copie de l’application',
  'part-fileSystem': 'Fichiers de modèles',
  keptAttempts: { one: '{count} essai', many: '{count} essais', other: '{count} essais' },
  keptComparisons: { one: '{count} comparaison', many: '{count} comparaisons', other: '{count} comparaisons' },
  keptDrafts: { one: '{count} brouillon', many: '{count} brouillons', other: '{count} brouillons' },
  kept: 'Conservés ici : {what}.',
  usageUnknown: 'Ce navigateur ne dit pas quel espace est utilisé.',
  persisted: 'Le navigateur s’est engagé à garder vos données jusqu’à ce que vous les supprimiez.',
  notPersisted: 'Si l’espace vient à manquer, le navigateur peut effacer vos données sans prévenir.',
  askPersist: 'Lui demander de les garder',
  persistRefused:
    'Le navigateur ne s’y est pas engagé. Il le fait souvent une fois la page installée ou mise en favori. Exportez vos données de temps en temps.',
  weekly:
    'Safari efface ce qu’une page a enregistré après sept jours d’utilisation de Safari sans visite ici. Ajoutez Candor au Dock ou à l’écran d’accueil pour l’éviter, et exportez vos données de temps en temps.',
  privately: 'Dans une fenêtre privée, tout disparaît à la fermeture.',
  persistUnknown: 'Ce navigateur ne peut pas s’engager à garder vos données. Exportez-les de temps en temps.',
  offline: 'Hors ligne',
  'offline-ready': 'Toute l’application est sur cet appareil. Elle s’ouvre et fonctionne sans réseau.',
  'offline-fetching': 'L’application est en cours de copie sur cet appareil…',
  'offline-insecure':
    'La page est arrivée en http simple, où les navigateurs ne gardent aucune copie. Ouvrez-la en https pour en disposer sans réseau.',
  'offline-unsupported':
    'Ce navigateur ne garde pas de copie des applications, ou pas dans cette fenêtre ; c’est souvent le cas des fenêtres privées. Candor fonctionne, mais a besoin du réseau pour s’ouvrir.',
  'offline-refused':
    'Le navigateur n’autorise pas de copie sur cet appareil. Autorisez les données de site pour cette page, puis réessayez ; d’ici là, Candor a besoin du réseau pour s’ouvrir.',
  'offline-incomplete':
    'L’application n’a pas pu être copiée sur cet appareil : un fichier n’est pas arrivé. Ce qui est ouvert fonctionne ; réessayez quand le réseau sera revenu.',
  'offline-full':
    'Il n’y avait pas la place sur cet appareil pour une copie de l’application. Libérez de l’espace, puis réessayez ; d’ici là, Candor a besoin du réseau pour s’ouvrir.',
  'offline-off': 'Aucune copie n’est gardée d’une version en développement.',
  offlineAgain: 'Réessayer',
  model: 'Modèles',
  modelAbout:
    'Les prompts tournent sur un modèle simulé dans cette page, toujours de la même manière, et ce qu’il écrit est signalé comme simulé. Ou sur un vrai : un serveur, le modèle du navigateur, ou un fichier de modèle.',
  modelsOpen: 'Configurer de vrais modèles',
} satisfies French<typeof settings>;
