import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from '#core/exercises/vocabulary.ts';
import { loadExercise } from '#services/exercises/folder.ts';
import { runCandor } from '../../../tests/support/run-candor.ts';
import create from './new.ts';

let root: string;
let out: string;
const console = {
  colour: false,
  write: async (text: string) => void (out += text),
  note: () => {},
  progress: () => {},
  input: async () => '',
  inputLines: async function* () {},
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-new-'));
  out = '';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lay = (...parameters: string[]) => create([...parameters, '--exercises', root], console);

describe('candor new', () => {
  it.each(kinds)(
    'lays out an exercise of the kind %s that is sound but for what is still to be written',
    async (kind) => {
      expect(await lay('support/late-parcel', '--kind', kind)).toBe(0);
      expect(out).toContain('exercise.yaml');
      const { problems, file } = loadExercise(root, 'support/late-parcel');
      expect(file?.kind).toBe(kind);
      expect(problems.length).toBeGreaterThan(30);
      expect(problems.filter(({ message }) => !message.startsWith('still to be written: '))).toEqual([]);
      for (const { line, column } of problems) expect([line > 0, (column ?? 0) > 0]).toEqual([true, true]);
      expect(problems).toContainEqual(
        expect.objectContaining({
          file: 'support/late-parcel/fr.md',
          line: 2,
          message: 'still to be written: in French: a title of two to five words',
        }),
      );
    },
  );

  it('writes over nothing', async () => {
    await lay('support/late-parcel');
    await expect(lay('support/late-parcel')).rejects.toThrow('there is an exercise "support/late-parcel" already');
  });

  it.each([
    [['suport/late'], 'there is no profession "suport"; did you mean "support"?'],
    [['support/Late_Parcel'], '"Late_Parcel" cannot be the name of a folder'],
    [['support/../x'], 'cannot be the name of a folder'],
    [[], 'needs one id: <profession>/<slug>'],
    [['support/late', '--kind', 'defnd'], 'there is no kind "defnd"; did you mean "defend"?'],
  ])('says what is wrong with %j', async (parameters, sentence) => {
    await expect(lay(...parameters)).rejects.toThrow(sentence);
  });

  it('works from the command line', { timeout: 60_000 }, async () => {
    const { code, out, err } = await runCandor(['new', 'support/late-parcel', '--kind', 'defend'], { root });
    expect([code, err, out.split('\n')[0]]).toEqual([0, '', expect.stringMatching(/^wrote .*exercise\.yaml$/)]);
  });
});
