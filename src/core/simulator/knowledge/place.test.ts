import { describe, expect, it } from 'vitest';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import { materialIn } from './place.ts';

const letter = 'Hello,\nthe blue chair came with a broken leg in May.\nI would like to have my money back.';
const knowledge: ExerciseKnowledge = {
  exercise: 'any/letters',
  dataLanguage: 'en',
  data: { chair: { letter, day: '12 May' }, lamp: { letter: 'The lamp flickers whenever somebody walks past it.' } },
  simulation: {
    needs: {},
    fields: {},
    usualForm: { kind: 'prose' },
    cases: {},
  } as unknown as ExerciseKnowledge['simulation'],
};
const found = (content: string) =>
  materialIn([{ role: 'user', content }], [knowledge])?.spans.map(({ start, end }) => content.slice(start, end));

describe('where the data of a case stand', () => {
  it('is the whole text, without what the person says', () => {
    expect(found(`Answer this by 12 May.\n${letter}\nBe brief.`)).toEqual([letter]);
  });

  it('is its lines when marks were put before them', () => {
    const quoted = letter.replaceAll('\n', '\n> ');
    expect(found(`Answer this.\n> ${quoted}\n\nBe brief.`)).toEqual([quoted.slice('Hello,\n> '.length)]);
  });

  it('is nowhere in a prompt without them', () => {
    expect(found('Answer a letter about a chair.')).toBeUndefined();
  });
});
