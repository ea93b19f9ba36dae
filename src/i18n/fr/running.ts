import type { French } from '../i18n.ts';
import type { running } from '../en/running.ts';

export default {
  confirmTitle: 'Lancer sur {model} ?',
  confirmLeaves: 'Le prompt et les données des cas, même cachés, quittent cette page et vont à {host}.',
  confirmText: '{calls}, environ {input} tokens envoyés et {output} reçus, {cost}.',
  confirmCounted:
    '{calls}, {input} tokens envoyés, comptés comme ce modèle les compte, et environ {output} reçus, {cost}.',
  calls: { one: '{count} appel', many: '{count} appels', other: '{count} appels' },
  costFree: 'sans coût',
  costUnknown: 'prix inconnu',
  costAbout: 'environ {amount}',
  confirmUnknown:
    'Le tarif de ce modèle n’est pas connu ici. Cherchez-le, et saisissez-le avec sa connexion dans les réglages.',
  confirmOnce: 'La question n’est posée qu’une fois par connexion, tant que cette page reste ouverte.',
  confirmRun: 'Lancer',
  cancel: 'Annuler',
  active: { one: '{count} appel en cours', many: '{count} appels en cours', other: '{count} appels en cours' },
  queued: { one: '{count} attend son tour', many: '{count} attendent leur tour', other: '{count} attendent leur tour' },
  limited: {
    one: 'le serveur en accepte {count} à la fois',
    many: 'le serveur en accepte {count} à la fois',
    other: 'le serveur en accepte {count} à la fois',
  },
  pause: '{why} Nouvel essai dans {seconds} s, tentative {attempt} sur {attempts}.',
  'pause-rate-limited': 'Le serveur demande moins d’appels.',
  'pause-overloaded': 'Le serveur est surchargé.',
  'pause-other': 'Un appel n’a pas abouti.',
  pauseSaid: '{why} Nouvel essai dans {seconds} secondes.',
  tryNow: 'Essayer maintenant',
  thinking: 'réfléchit',
  spent: '{input} tokens envoyés, {output} reçus, {cost}, {seconds} s en moyenne.',
  spentEstimated:
    'Environ {input} tokens envoyés, {output} reçus, {cost}, {seconds} s en moyenne. Comptés ici : le serveur ne l’a pas dit.',
  reasoning: {
    one: 'Son raisonnement, {count} mot',
    many: 'Son raisonnement, {count} mots',
    other: 'Son raisonnement, {count} mots',
  },
  warned: 'Ignoré par ce modèle : {settings}.',
  clamped: 'Ramené à ce que ce modèle accepte : {settings}.',
  'setting-temperature': 'température',
  'setting-topP': 'top p',
  'setting-maxTokens': 'tokens au plus',
  'setting-stop': 'textes d’arrêt',
  'setting-reasoningEffort': 'raisonnement',
  'setting-seed': 'graine',
  'setting-responseFormat': 'forme de la réponse',
} satisfies French<typeof running>;
