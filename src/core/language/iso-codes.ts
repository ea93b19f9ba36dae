const pairs =
  'arb:ar azj:az bel:be ben:bn bos:bs bul:bg ceb:ceb ces:cs ckb:ku cmn:zh dan:da deu:de ell:el eng:en fra:fr fuv:ff ' +
  'guj:gu hau:ha heb:he hin:hi hrv:hr hun:hu ibo:ig ilo:ilo ind:id ita:it jav:jv jpn:ja kan:kn kaz:kk kin:rw kor:ko ' +
  'lin:ln mag:mag mai:mai mal:ml mar:mr mya:my nld:nl npi:ne nya:ny pan:pa pbu:ps pes:fa plt:mg pol:pl por:pt qug:qu ' +
  'ron:ro run:rn rus:ru sin:si skr:skr som:so spa:es srp:sr sun:su swe:sv swh:sw tam:ta tel:te tgl:tl tha:th tur:tr ' +
  'ukr:uk urd:ur uzn:uz vie:vi xho:xh yor:yo zlm:ms zul:zu';

/** ISO 639-1 codes by the ISO 639-3 codes that the detector knows. */
export const isoCodes: Readonly<Record<string, string>> = Object.fromEntries(
  pairs.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(4)]),
);
