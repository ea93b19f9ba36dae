const pairs =
  'spa:es eng:en por:pt ind:id fra:fr deu:de vie:vi ita:it tur:tr pol:pl swh:sw ron:ro hrv:hr nld:nl hun:hu ' +
  'ces:cs swe:sv rus:ru ukr:uk srp:sr bul:bg arb:ar urd:ur pes:fa hin:hi mar:mr';

/** ISO 639-1 codes by the ISO 639-3 codes that the detector knows. */
export const isoCodes: Readonly<Record<string, string>> = Object.fromEntries(
  pairs.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(4)]),
);
