import type { French } from '../i18n.ts';
import type { modelErrors } from '../en/model-errors.ts';

export default {
  unauthorized: 'Le fournisseur a refusé la clé. Vérifiez-la dans les réglages.',
  forbidden: 'La clé ne donne pas droit à ce modèle. Choisissez-en un autre, ou demandez à qui vous l’a confiée.',
  'model-not-found': 'Le fournisseur ne connaît pas ce modèle. Choisissez-en un autre.',
  'request-too-large':
    'Le prompt et les données dépassent ce que le modèle accepte. Raccourcissez-les, ou prenez un modèle plus grand.',
  'rate-limited': 'Trop d’appels pour le moment. Attendez un peu, puis relancez.',
  overloaded: 'Le modèle est surchargé. Relancez dans un instant.',
  unreachable: 'Le modèle est injoignable. Vérifiez la connexion, et l’adresse dans les réglages.',
  'timed-out': 'Le modèle a mis trop de temps à répondre. Relancez.',
  'broken-stream': 'La réponse s’est interrompue avant la fin. Relancez.',
  'bad-response':
    'Le modèle a envoyé autre chose qu’une réponse. Relancez ; si cela persiste, choisissez un autre modèle.',
  internal: 'Candor a failli pendant cette réponse. Relancez.',
} satisfies French<typeof modelErrors>;
