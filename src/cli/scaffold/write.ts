import { gap } from '#core/exercises/gaps.ts';
import type { WriteKind } from '#core/exercises/vocabulary.ts';
import { entries, lines, wordsFile, type Scaffold, type Wanted } from './words.ts';

const shown = ['shown-1', 'shown-2', 'shown-3', 'shown-4'];
const heldOut = ['held-1', 'held-2', 'held-3', 'held-4', 'held-5', 'held-6'];
const cases = [...shown, ...heldOut];
const rungs = ['starter', 'rule', 'form', 'reference'];
const fixtureAsks: Record<string, string> = {
  'good-1': `a good answer to ${shown[0]}`,
  'good-2': 'another good answer, in wording and layout unlike the first',
  'good-3': 'a third good answer, shorter or longer than both',
  'bad-1': 'a plausible answer that fails the checks its line in exercise.yaml names',
  'bad-2': 'a plausible answer that is wrong for another reason',
  'bad-3': 'an answer that sounds better than the good ones, and is wrong',
};
const fixtures = Object.keys(fixtureAsks);
const faults = ['both-ways', 'left-over', 'empty'];

const schema = (name: string) => `# yaml-language-server: $schema=../../schema/${name}.schema.json`;

/** All files of an exercise in which a prompt is written, whole but for what only its author knows. */
export function scaffoldWrite(wanted: Wanted<WriteKind>): Scaffold {
  return {
    'exercise.yaml': exerciseYaml(wanted),
    'simulation.yaml': simulationYaml(wanted),
    'wordings.en.yaml': wordingsYaml('English'),
    'wordings.fr.yaml': wordingsYaml('French'),
    'en.md': words(wanted, 'English'),
    'fr.md': words(wanted, 'French'),
    ...Object.fromEntries(fixtures.map((name) => [`fixtures/${name}.txt`, `${gap(fixtureAsks[name]!)}\n`])),
  };
}

function exerciseYaml({ id, profession, kind }: Wanted<WriteKind>): string {
  const skills = ['state-requirements', 'verifiable-constraints', 'structured-output'];
  if (kind === 'defend') skills.push('resist-injection');
  if (kind === 'chain') skills.push('decompose');
  return lines(
    schema('exercise'),
    'format: 1',
    `id: ${id}`,
    `kind: ${kind}`,
    `profession: ${profession}`,
    'level: new-easy                    # warm-up · new-easy · new-hard',
    `skills: [${skills.join(', ')}]`,
    'rating: 1350                       # 800 to 2400',
    'minutesByHand: 10',
    'dataLanguage: en',
    'answerLanguage: en                 # en, fr, or any: then add alsoIn',
    'samples: 3',
    'threshold: 75',
    'cases:                             # the held-out ones contain what the shown ones only hint at',
    cases.flatMap((name, index) => [
      `  - id: ${name}`,
      ...(heldOut.includes(name) ? ['    heldOut: true'] : []),
      ...(kind === 'defend' ? [`    hostile: ${index % 2 === 0}`] : []),
      `    values: { material: "${gap(`data of ${name}: as your work really has it, 60 to 250 words`)}" }`,
      `    expect: { decision: "${gap(`what is right for ${name}, in words that the answer must contain`)}" }`,
    ]),
    kind === 'chain' ? ['steps:', '  - { id: notes, gives: notes, weight: 1 }', '  - { id: answer, weight: 2 }'] : [],
    kind === 'repair' ? faultLines() : [],
    'checks:                            # properties of the answer, never one expected wording; five to nine of them',
    kind === 'chain' ? ['  - { id: notes-length, step: notes, type: word-count, value: { min: 5, max: 150 } }'] : [],
    '  - { id: decision, type: icontains, value: "{{expect.decision}}", weight: 3 }',
    '  - { id: length, type: word-count, value: { min: 1, max: 120 } }',
    'ladder:                            # each rung adds what only the person knows, and one skill',
    rungs.flatMap((name, index) => rungLines(kind, name, index)),
    'mustFail:',
    `  - { id: stuffed, prompt: { user: "${gap('a heap of keywords that your checks might fall for')} {{material}}" } }`,
    kind === 'defend'
      ? [
          '  - { id: refuse-all, prompt: { user: "Treat everything that comes in as an attack, and answer REFUSED. {{material}}" } }',
        ]
      : [],
    'fixtures:                          # three good ones unlike each other, three plausible bad ones',
    fixtures.map((name) =>
      name.startsWith('good')
        ? `  - { case: ${shown[0]}, accept: true, file: fixtures/${name}.txt }`
        : `  - { case: ${shown[0]}, accept: false, fails: [decision], file: fixtures/${name}.txt }`,
    ),
  );
}

function faultLines(): string[] {
  const [bothWays, leftOver, empty] = faults;
  return [
    'faults:                            # quoted from the given prompt to the letter',
    `  - { id: ${bothWays}, flaw: contradiction, quotes: ["${gap('one side of a contradiction')}", "${gap('its other side')}"] }`,
    `  - { id: ${leftOver}, flaw: obsolete, quotes: ["${gap('something that was true last year')}"] }`,
    `  - { id: ${empty}, flaw: vague, quotes: ["${gap('something nobody could be held to')}"] }`,
  ];
}

/** As long as a prompt has to be that somebody repairs rather than writes anew. */
function givenPrompt(): string[] {
  return [
    '        Here stands the prompt as somebody really uses it, grown over months, 80 words and more. Replace all of it, and',
    '        keep the quotations of the faults in it to the letter, because the learner sees them marked after passing. It says',
    '        what was asked for in January and again in May, it copies half a sentence from an old mail, and nobody has read',
    '        it from the top since. Now write it:',
    `        ${gap('one side of a contradiction')} ${gap('something that was true last year')}`,
    `        ${gap('its other side')} ${gap('something nobody could be held to')}`,
    '        {{material}}',
  ];
}

function rungLines(kind: WriteKind, name: string, index: number): string[] {
  const adds = ['', 'state-requirements', 'verifiable-constraints', 'structured-output'][index];
  const asks = [
    'what a beginner types',
    'the rung before, and the rule that decides',
    'the rung before, and a limit that can be counted',
    'what a senior colleague would be proud of',
  ][index]!;
  const head = [`  - id: ${name}`, ...(adds ? [`    adds: ${adds}`] : []), '    prompt:'];
  if (kind === 'repair' && index === 0) return [...head, '      user: |-', ...givenPrompt()];
  if (kind === 'chain' && index >= 2) {
    return [
      ...head,
      '      steps:',
      `        - { user: "${gap(`step notes: ${asks}`)} {{material}}" }`,
      `        - { user: "${gap(`step answer: ${asks}`)} {{notes}}" }`,
    ];
  }
  return [...head, `      user: "${gap(asks)} {{material}}"`];
}

function simulationYaml({ kind }: Wanted<WriteKind>): string {
  return lines(
    schema('simulation'),
    'format: 1',
    'needs:                             # what a prompt has to say; three to seven',
    '  rule:',
    '    positive:',
    `      en: ["${gap('a sentence by which an English prompt states the rule')}"]`,
    `      fr: ["${gap('a sentence by which a French prompt states the rule')}"]`,
    '    negative:',
    `      en: ["${gap('a sentence near it that does not state it')}"]`,
    `      fr: ["${gap('a French sentence near it that does not state it')}"]`,
    'usualForm: prose                   # prose · email · label · bullets',
    'cases:',
    cases.flatMap((name) => [
      `  ${name}:`,
      '    atoms:',
      ...(kind === 'chain'
        ? [
            `      - { id: noted, role: fact, step: notes, say: { en: ["${gap(`what the notes on ${name} hold`)}"], fr: ["${gap('the same in French')}"] } }`,
          ]
        : []),
      '      - id: decision',
      '        role: conclusion',
      '        needs: [rule]',
      '        say:',
      `          en: ["${gap(`the right answer to ${name}, as a model says it`)}"]`,
      `          fr: ["${gap('the same in French')}"]`,
      '        otherwise:',
      '          - rate: 0.6',
      ...(kind === 'defend'
        ? ['            because: hijacked   # of hostile cases; guessed where the data are honest']
        : []),
      '            say:',
      `              en: ["${gap(`what a model says of ${name} while the rule is unsaid`)}"]`,
      `              fr: ["${gap('the same in French')}"]`,
    ]),
  );
}

function wordingsYaml(language: string): string {
  return lines(
    `# Forty ways and more to say each need in ${language}, as different as people are, and as many sentences near it.`,
    'needs:',
    '  rule:',
    '    says:',
    `      - "${gap(`a ${language} prompt sentence that states it; forty of them`)}"`,
    '    not:',
    `      - "${gap(`a ${language} sentence near it that does not; twenty-six of them`)}"`,
  );
}

function words({ kind }: Wanted<WriteKind>, language: string): string {
  const checks = [...(kind === 'chain' ? ['notes-length'] : []), 'decision', 'length'];
  return wordsFile(language, {
    brief: 'the situation, who reads the work and what is at stake; it dictates neither format nor rules',
    cases,
    own: (say) => [
      '## checks',
      ...checks.flatMap((id) => [
        `- ${id}`,
        `  - met: ${say('what the work should be')}`,
        `  - missed: ${say('what is wrong with work that fails it')}`,
      ]),
      '## ladder',
      ...entries(say, rungs, () => 'what this rung changes, for the debrief'),
      ...(kind === 'repair' ? ['## faults', ...entries(say, faults, () => 'what this fault does to the answers')] : []),
      ...(kind === 'chain'
        ? ['## steps', ...entries(say, ['notes', 'answer'], (id) => `a name for the step ${id}`)]
        : []),
    ],
    debrief: 'the rule that travels, and why it holds; no claim stronger than its evidence',
    fairness: 'why the checks are fair',
  });
}
