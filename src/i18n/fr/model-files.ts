import type { modelFiles } from '../en/model-files.ts';
import type { French } from '../i18n.ts';

export default {
  missing:
    '{file} n’est plus là après un rechargement, car ce navigateur ne conserve pas ce fichier. Choisissez-le de nouveau.',
  missingKept: '{file} était conservé dans ce navigateur, qui l’a effacé. Choisissez-le de nouveau.',
  again: 'Choisir de nouveau le fichier',
  otherFile:
    'C’est un autre fichier : {size} au lieu de {expected}. Choisissez {file}, ou ajoutez une connexion pour celui-ci dans les réglages.',
  notKept: 'Ce navigateur n’a pas pu le conserver : il est là jusqu’au prochain rechargement.',
  here: '{file} est de nouveau là.',
  keeping: 'Copie, {share} %',
  loading: 'Chargement, {share} %',
  load: 'Le charger maintenant',
  loadOf: 'Le charger maintenant : {name}',
  unload: 'Libérer la mémoire',
  unloadOf: 'Libérer la mémoire de {name}',
  stop: 'Arrêter',
  stopOf: 'Arrêter le chargement de {name}',
  ready: 'En mémoire, prêt.',
  loaded: '{name} est en mémoire, prêt.',
  unloaded: '{name} n’est plus en mémoire.',
} satisfies French<typeof modelFiles>;
