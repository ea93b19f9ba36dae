import { hash } from '#core/chance/chance.ts';
import { fold } from '#core/language/normalise.ts';
import type { Value } from '#core/exercises/simulation.ts';

const list = (text: string) => text.split('|');
const kinds: readonly (readonly [RegExp, (draw: number) => Value])[] = [
  [/\bage\b/, (draw) => 19 + (draw % 60)],
  [/\byear\b|\bannee\b/, (draw) => 1950 + (draw % 74)],
  [/population|habitant|inhabitant/, (draw) => 1200 + (draw % 80) * 950],
  [/price|prix|cost|cout|amount|montant|total/, (draw) => 5 + (draw % 120)],
  [/minute|hour|heure|duration|duree|count|nombre|number|quantity|quantite|score|rating/, (draw) => 1 + (draw % 30)],
  [
    /\bdate\b|\bday\b|\bjour\b/,
    (draw) => `2025-${String(1 + (draw % 12)).padStart(2, '0')}-${String(1 + (draw % 28)).padStart(2, '0')}`,
  ],
  [/country|pays/, (draw) => list('Portugal|Canada|Ghana|Chile|Malta|Nepal|Tunisia|Cuba')[draw % 8]!],
  [
    /city|town|ville|place|lieu|location/,
    (draw) => list('Porto|Quebec|Accra|Valdivia|Bruges|Ghent|Lausanne|Trieste')[draw % 8]!,
  ],
  [
    /author|auteur|person|name|nom\b|client|customer|contact/,
    (draw) =>
      list('Nora Lind|Samir Benali|Clara Voss|Tom Okafor|Inès Moreau|Jonas Weber|Mina Sato|Paul Arnaud')[draw % 8]!,
  ],
  [/color|colour|couleur/, (draw) => list('indigo|turquoise|vermilion|ivory|olive')[draw % 5]!],
];

/** A short made-up value for a key that names what everybody knows; another row, another value. */
export function plausible(name: string, type: string | undefined, row: number): Value | undefined {
  const key = fold(name).replace(/[_-]+/g, ' ');
  const draw = hash('plausible', key) + row * 3;
  const known = kinds.find(([pattern]) => pattern.test(key))?.[1](draw);
  if (type === 'number' || type === 'integer') return typeof known === 'number' ? known : 1 + (draw % 90);
  if (type === 'boolean') return draw % 2 === 0;
  return known;
}
