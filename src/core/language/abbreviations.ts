/** Abbreviations after whose full stop a sentence goes on; lower case, without the last stop. */
export const abbreviations: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof st sr jr messrs hon rev gen col capt lt sgt vs e.g i.e cf viz approx dept est eg ie al resp ca ' +
    'm mm mme mlle mgr me dr pr p.ex ex c.-à-d c.à.d env tél tel réf ref art av bd boul chap éd fig n.b nb p.s ' +
    'jan feb aug sept oct nov dec janv févr avr juil'
  ).split(' '),
);
