import type { French } from '../i18n.ts';
import type { models } from '../en/models.ts';

export default {
  model: 'Modèle',
  simulated: 'Simulés, dans cette page',
  named: '{model} · {connection}',
  gone: '{model} (n’est plus là)',
  goneNote: '{model} n’est plus là. Choisissez-en un autre ; votre prompt et ses essais restent tels quels.',
  leaves: 'quitte cette page → {host}',
  setUp: 'Ouvrir dans les réglages',
} satisfies French<typeof models>;
