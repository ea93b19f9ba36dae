import { gap } from '#core/exercises/gaps.ts';
import { entries, lines, wordsFile, type Scaffold, type Wanted } from './words.ts';

const cases = ['shown-1', 'shown-2', 'shown-3', 'shown-4', 'held-1', 'held-2'];
const criteria = ['figures', 'invention', 'tone'];

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

const words = (language: string) =>
  wordsFile(language, {
    brief: 'the situation, and what the outputs are for',
    cases,
    own: (say) => [
      '## materials',
      ...entries(say, ['request', 'material'], (id) => `what ${id} is called`),
      '## criteria',
      ...entries(say, criteria, (id) => `what ${id} asks, as a sentence to choose`),
      '## reasons',
      ...entries(say, cases, () => 'why the best is best, and what is wrong with the other'),
    ],
    debrief: 'the rule that travels',
    fairness: 'why the key is fair',
  });
