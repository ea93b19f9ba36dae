import type { French } from '../i18n.ts';
import type { modelErrors } from '../en/model-errors.ts';

export default {
  unauthorized: 'Le fournisseur a refusé la clé. Vérifiez-la dans les réglages.',
  forbidden: 'La clé ne donne pas droit à ce modèle. Choisissez-en un autre, ou demandez à qui vous l’a confiée.',
  'model-not-found': 'Le fournisseur ne connaît pas ce modèle. Choisissez-en un autre.',
  'bad-request':
    'Le fournisseur n’a pas accepté la demande sous cette forme. Laissez l’échantillonnage au modèle, puis relancez.',
  'request-too-large':
    'Le prompt et les données dépassent ce que le modèle accepte. Raccourcissez-les, ou prenez un modèle plus grand.',
  'rate-limited': 'Trop d’appels pour le moment. Attendez un peu, puis relancez.',
  overloaded: 'Le modèle est surchargé. Relancez dans un instant.',
  'quota-exceeded': 'Le compte chez le fournisseur n’a plus de crédit. Rechargez-le, puis relancez.',
  unreachable: 'Le modèle est injoignable. Vérifiez que le serveur tourne, et son adresse dans les réglages.',
  'cross-origin': 'Le serveur est là mais ne répond pas à cette page. Les réglages montrent ce qu’il faut y changer.',
  'mixed-content':
    'Une page venue en https ne peut pas interroger une adresse http. Mettez le serveur en https, ou ouvrez Candor depuis cet appareil.',
  'private-network':
    'Le navigateur écarte cette page des serveurs de votre réseau. Faites tourner le serveur sur cet appareil, ou donnez-lui https.',
  'blocked-by-policy':
    'Cette copie de Candor ne peut pas interroger ce serveur. Choisissez-en un autre, ou voyez avec qui l’exploite.',
  'key-missing': 'Cette connexion demande une clé. Saisissez-la dans les réglages.',
  'key-locked': 'Les clés sont verrouillées. Déverrouillez-les dans les réglages, puis relancez.',
  unavailable:
    'Le modèle n’est pas disponible dans ce navigateur. Choisissez-en un autre, ou ouvrez sa connexion dans les réglages.',
  'out-of-memory': 'Le modèle n’a pas trouvé assez de mémoire. Fermez d’autres pages, ou prenez un modèle plus petit.',
  'timed-out': 'Le modèle a mis trop de temps à répondre. Relancez.',
  'broken-stream': 'La réponse s’est interrompue avant la fin. Relancez.',
  'bad-response':
    'Le modèle a envoyé autre chose qu’une réponse. Relancez ; si cela persiste, choisissez un autre modèle.',
  internal: 'Candor a failli pendant cette réponse. Relancez.',
} satisfies French<typeof modelErrors>;
