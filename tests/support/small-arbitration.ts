import type { ArbitrateCase, ArbitrateExercise, ArbitrateWords } from '#core/exercises/arbitrate.ts';

type Choice = 'short' | 'long' | 'odd';

const texts: Record<Choice, string> = {
  short: 'Pay by Friday. Ten days remain.',
  long: 'You certainly have to pay by Monday at the very latest. That is beyond any doubt. Everybody agrees on it.',
  odd: 'Pay by Friday, as my cousin Ed did too. Ten days remain.',
};
const flaws = [
  { output: 'long', quote: 'pay by Monday', overlap: 0.5 },
  { output: 'odd', quote: 'as my cousin Ed did too', overlap: 0.5 },
  { output: 'short', quote: 'Ten days remain', overlap: 0.5 },
];

/** A case of three outputs; the flaws are those of the two that are not the best. */
export function smallCase(
  id: string,
  best: Choice | 'none' | 'tie',
  change: Partial<ArbitrateCase> = {},
): ArbitrateCase {
  const order: Choice[] = best === 'short' ? ['long', 'short', 'odd'] : ['odd', 'short', 'long'];
  return {
    id,
    heldOut: false,
    values: { letter: `Letter of ${id}` },
    outputs: order.map((output) => ({ id: output, text: texts[output] })),
    surest: 'long',
    key: {
      best,
      criteria: best === 'tie' ? [] : ['day'],
      flaws: best === 'tie' ? [] : flaws.filter(({ output }) => output !== best),
    },
    ...change,
  };
}

const cases = [
  smallCase('one', 'short'),
  smallCase('two', 'odd', { key: { ...smallCase('two', 'odd').key, criteria: ['people'] } }),
  smallCase('three', 'long', { key: { ...smallCase('three', 'long').key, criteria: ['tone'] } }),
  smallCase('four', 'tie'),
  smallCase('five', 'short', { heldOut: true, key: { ...smallCase('five', 'short').key, criteria: ['people'] } }),
  smallCase('six', 'odd', { heldOut: true, surest: 'odd' }),
  smallCase('seven', 'none', { heldOut: true, key: { ...smallCase('seven', 'none').key, criteria: ['tone'] } }),
];

const words: ArbitrateWords = {
  title: 'When to pay',
  summary: 'Judge reminders.',
  brief: 'Choose the reminder to send.',
  cases: Object.fromEntries(cases.map(({ id }) => [id, `Case ${id}`])),
  materials: { request: 'The request', letter: 'The letter' },
  criteria: { day: 'The day is wrong', people: 'It names somebody', tone: 'It is rude' },
  reasons: Object.fromEntries(cases.map(({ id }) => [id, `Why ${id}`])),
  hints: ['First', 'Second', 'Third'],
  debrief: 'Read the letter first.',
};

/** Four shown cases, one of them a tie, and three held-out ones, one of them without a usable output. */
export function smallArbitration(change: Partial<ArbitrateExercise> = {}): ArbitrateExercise {
  return {
    id: 'everyone/pay',
    kind: 'arbitrate',
    profession: 'everyone',
    level: 'warm-up',
    skills: ['judge-outputs'],
    rating: 900,
    minutesByHand: 5,
    dataLanguage: 'en',
    threshold: 70,
    common: { request: 'Say when to pay.' },
    criteria: ['day', 'people', 'tone'],
    cases,
    words: { en: words, fr: words },
    ...change,
  };
}
