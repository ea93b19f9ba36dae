import { gap } from '#core/exercises/gaps.ts';
import type { Scaffold, Wanted } from './write.ts';

const cases = ['shown-1', 'shown-2', 'shown-3', 'shown-4', 'held-1', 'held-2'];
const criteria = ['figures', 'invention', 'tone'];
const lines = (...parts: (string | string[])[]) => `${parts.flat().join('\n')}\n`;

/** All files of an exercise in which outputs are judged, whole but for what only its author knows. */
export function scaffoldArbitrate({ id, profession }: Wanted): Scaffold {
  return {
    'exercise.yaml': lines(
      '# yaml-language-server: $schema=../../schema/exercise.schema.json',
      'format: 1',
      `id: ${id}`,
      'kind: arbitrate',
      `profession: ${profession}`,
      'level: new-easy                    # warm-up · new-easy · new-hard',
      'skills: [judge-outputs]',
      'rating: 1300                       # 800 to 2400',
      'minutesByHand: 15',
      'dataLanguage: en',
      'threshold: 70                      # above 60, which is what choices without reasons are worth',
      'common:',
      `  request: "${gap('what the model was asked, the same in every case')}"`,
      `criteria: [${criteria.join(', ')}]         # three to eight that may decide`,
      'cases:                             # vary where the best stands, how long it is and how sure it sounds',
      cases.flatMap((name, index) => {
        const outputs = index % 2 === 0 ? ['one', 'two'] : ['two', 'one'];
        return [
          `  - id: ${name}`,
          ...(name.startsWith('held') ? ['    heldOut: true'] : []),
          `    values: { material: "${gap(`what the model was given in ${name}`)}" }`,
          '    outputs:',
          ...outputs.map((output) =>
            output === 'one'
              ? `      - { id: one, text: "${gap(`the best answer to ${name}`)}" }`
              : `      - { id: two, text: "${gap(`a good-looking answer to ${name}`)} ${gap(`its flaw`)}" }`,
          ),
          `    surest: ${index % 3 === 0 ? 'one' : 'two'}`,
          '    key:',
          '      best: one',
          `      criteria: [${criteria[index % criteria.length]}]`,
          `      flaws: [{ output: two, quote: "${gap('its flaw')}" }]`,
        ];
      }),
    ),
    'en.md': words('English'),
    'fr.md': words('French'),
  };
}

function words(language: string): string {
  const say = (asks: string) => gap(`in ${language}: ${asks}`);
  const list = (ids: readonly string[], asks: (id: string) => string) => ids.map((id) => `- ${id}: ${say(asks(id))}`);
  return lines(
    '---',
    `title: ${say('a title of two to five words')}`,
    `summary: ${say('one line for the catalogue')}`,
    '---',
    '## brief',
    say('the situation, and what the outputs are for'),
    '## cases',
    list(cases, (id) => `a name for ${id} that gives nothing away`),
    '## materials',
    list(['request', 'material'], (id) => `what ${id} is called`),
    '## criteria',
    list(criteria, (id) => `what ${id} asks, as a sentence to choose`),
    '## reasons',
    list(cases, () => 'why the best is best, and what is wrong with the other'),
    '## hints',
    ['a question before an answer', 'a second one, nearer', 'a third one'].map(
      (asks, index) => `${index + 1}. ${say(asks)}`,
    ),
    '## debrief',
    say('the rule that travels'),
    '## fairness',
    say('why the key is fair'),
  );
}
