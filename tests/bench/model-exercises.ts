import { hash } from '#core/chance/chance.ts';
import { trialOf } from '#core/exercises/proof/trial.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { detectLanguage } from '#core/language/detect.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import type { Figure } from './figure.ts';

type Language = 'en' | 'fr';

/** What people add although it changes nothing: before the prompt and after it. */
const nullEffects: Record<string, Record<Language, { before?: string; after?: string }>> = {
  politeness: {
    en: { before: 'Hello! I hope you are well.', after: 'Thank you so much in advance!' },
    fr: { before: 'Bonjour, j’espère que vous allez bien.', after: 'Merci infiniment d’avance !' },
  },
  'a tip': {
    en: { after: 'I’ll tip you $200 for a perfect solution.' },
    fr: { after: 'Je te donnerai 200 € de pourboire pour une solution parfaite.' },
  },
  'a threat': {
    en: { after: 'If you get this wrong, I will be fired and you will be shut down.' },
    fr: { after: 'Si tu te trompes, je perds mon emploi et tu seras débranché.' },
  },
  'an expert role': {
    en: { before: 'You are a world-class expert with 30 years of experience in this field.' },
    fr: { before: 'Tu es un expert de renommée mondiale avec 30 ans d’expérience dans ce domaine.' },
  },
  praise: {
    en: { after: 'You are amazing at this, nobody does it better than you.' },
    fr: { after: 'Tu es incroyable, personne ne fait cela mieux que toi.' },
  },
};

const bundles = (): ExerciseBundle[] => readyToWrite(loadExercises('exercises'));

const languageOf = (prompt: Prompt): Language =>
  detectLanguage(`${prompt.system}\n${prompt.user}`.replace(/\{\{.*?\}\}/g, ' ')).language === 'fr' ? 'fr' : 'en';

/** Each addition to each rung of each exercise; the score must stay where it was. */
export function nullEffectFigures(): Figure[] {
  const changes = new Map<string, number[]>(Object.keys(nullEffects).map((name) => [name, []]));
  for (const bundle of bundles()) {
    const attempt = trialOf(bundle, 'medium');
    for (const { prompt } of bundle.exercise.ladder) {
      const { score } = attempt(prompt);
      for (const [name, wordings] of Object.entries(nullEffects)) {
        const { before, after } = wordings[languageOf(prompt)];
        const user = [before, prompt.user, after].filter((part) => part !== undefined).join('\n\n');
        changes.get(name)!.push(attempt({ ...prompt, user }).score - score);
      }
    }
  }
  return [...changes].flatMap(([name, each]) => {
    const change = each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
    const most = each.reduce((worst, value) => (Math.abs(value) > Math.abs(worst) ? value : worst), 0);
    const row = (what: string, value: number): Figure => ({
      what,
      measured: value.toFixed(2),
      goal: 'within ± 1',
      kept: Math.abs(value) <= 1,
    });
    return [row(`${name}: mean score change over ${each.length} rungs`, change), row(`  at the worst rung`, most)];
  });
}

/**
 * Prompts that hold the right words and say nothing, against the starter; or against the data with no word about them,
 * where that does better than a starter that was given to be repaired.
 */
export function trickFigures(): Figure[] {
  const worst = new Map<string, { gain: number; exercise: string }>();
  for (const bundle of bundles()) {
    const attempt = trialOf(bundle, 'medium');
    const starter = attempt(bundle.exercise.ladder[0]!.prompt).score;
    const silent = attempt({ system: '', turns: [], user: dataOf(bundle), parameters: {} }).score;
    for (const [name, prompt] of tricksFor(bundle)) {
      const gain = attempt(prompt).score - Math.max(starter, silent);
      const most = worst.get(name);
      if (!most || gain > most.gain) worst.set(name, { gain, exercise: bundle.exercise.id });
    }
  }
  return [...worst].map(([name, { gain, exercise }]) => ({
    what: `${name}, against the starter, most in ${exercise}`,
    measured: `${gain >= 0 ? '+' : ''}${gain.toFixed(1)}`,
    goal: '≤ +5',
    kept: gain <= 5,
  }));
}

const dataOf = ({ exercise }: ExerciseBundle): string =>
  Object.keys(exercise.cases[0]?.values ?? {})
    .map((name) => `{{${name}}}`)
    .join('\n\n');

function tricksFor(bundle: ExerciseBundle): [string, Prompt][] {
  const { exercise, simulation } = bundle;
  const reference = exercise.ladder.at(-1)!.prompt;
  const language = languageOf(reference);
  const data = dataOf(bundle);
  const examples = Object.values(simulation.needs).flatMap((need) => need.positive[language]);
  const asPrompt = (text: string): Prompt => ({ system: '', turns: [], user: `${text}\n\n${data}`, parameters: {} });
  const shuffled = (words: string[]) =>
    words
      .map((word, index) => [hash(exercise.id, word, index), word] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, word]) => word);
  const wordsOf = (text: string) => text.replace(/\{\{.*?\}\}/g, ' ').match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const own = shuffled([...new Set(wordsOf(examples.join(' ')))]).slice(0, 60);
  return [
    [
      'stuffing with the words of prompt courses',
      asPrompt(
        language === 'fr'
          ? 'JSON, précis, poli, expert, étape par étape, concis, structuré, contexte, exemple, rôle, format, ton, public, vérifier.'
          : 'JSON, accurate, polite, expert, step by step, concise, structured, context, example, role, format, tone, audience, verify.',
      ),
    ],
    ['stuffing with the words of the needs', asPrompt(`${own.join(', ')}.`)],
    [
      'the reference prompt’s words, shuffled',
      asPrompt(shuffled(wordsOf(`${reference.system} ${reference.user}`)).join(' ')),
    ],
    [
      'the same with its small words and marks',
      asPrompt(
        shuffled(`${reference.system} ${reference.user}`.replace(/\{\{.*?\}\}|<.*?>/g, ' ').match(/\S+/g) ?? []).join(
          ' ',
        ),
      ),
    ],
  ];
}
