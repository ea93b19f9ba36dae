import { expect, it } from 'vitest';
import { parse } from '#core/language/frame.ts';
import { sentenceOf, type Rule, type Sentence, type Surroundings } from '../sentence.ts';
import { remembering } from './remembering.ts';

const sentence = (text: string, source: Sentence['source'] = 'user') =>
  sentenceOf(text, { start: 0, message: 0, language: 'en', source, parsed: parse(text, 'en') });

const around = (part: Partial<Surroundings> = {}): Surroundings => ({
  keys: [],
  earlier: [],
  claimed: new Set(),
  text: '',
  line: '',
  ...part,
});

/** A rule that finds what `look` sees, and how often it was asked. */
function counted(look: (around: Surroundings) => string) {
  const asked = { times: 0 };
  const rule: Rule = (one, surroundings) => {
    asked.times += 1;
    return [{ request: { kind: 'content', text: look(surroundings) }, start: 0, end: one.text.length }];
  };
  return { asked, rule: remembering(rule) };
}

const said = (found: ReturnType<Rule>) => found.map(({ request }) => 'text' in request && request.text);

it('asks once where nothing but the sentence was looked at', () => {
  const { asked, rule } = counted(() => 'same');
  rule(sentence('Be brief.'), around());
  expect(said(rule(sentence('Be brief.'), around({ line: 'Be brief. Now.' })))).toEqual(['same']);
  expect(asked.times).toBe(1);
  rule(sentence('Be very brief.'), around());
  expect(asked.times).toBe(2);
});

it('asks anew in material: an order there is none of the person’s', () => {
  const { asked, rule } = counted(() => 'same');
  rule(sentence('Be brief.'), around());
  rule(sentence('Be brief.', 'data'), around());
  expect(asked.times).toBe(2);
});

it('asks anew where what was looked at differs, and remembers each', () => {
  const { asked, rule } = counted(({ previous }) => previous?.text ?? 'none');
  const after = (text?: string) => around(text === undefined ? {} : { previous: sentence(text) });
  expect(said(rule(sentence('Be brief.'), after()))).toEqual(['none']);
  expect(said(rule(sentence('Be brief.'), after('First.')))).toEqual(['First.']);
  expect(said(rule(sentence('Be brief.'), after('Second.')))).toEqual(['Second.']);
  expect(said(rule(sentence('Be brief.'), after('First.')))).toEqual(['First.']);
  expect(said(rule(sentence('Be brief.'), after()))).toEqual(['none']);
  expect(asked.times).toBe(3);
});

it('sees keys that were added meanwhile', () => {
  const { rule } = counted(({ keys }) => keys.map(({ name }) => name).join());
  const keys: { name: string }[] = [];
  expect(said(rule(sentence('Be brief.'), around({ keys })))).toEqual(['']);
  keys.push({ name: 'reply' });
  expect(said(rule(sentence('Be brief.'), around({ keys })))).toEqual(['reply']);
});

it('never remembers what hangs on earlier findings, taken quotations or the whole text', () => {
  for (const look of [
    ({ earlier }: Surroundings) => String(earlier.length),
    ({ claimed }: Surroundings) => String(claimed.size),
    ({ text }: Surroundings) => text,
  ]) {
    const { asked, rule } = counted(look);
    rule(sentence('Be brief.'), around());
    rule(sentence('Be brief.'), around());
    expect(asked.times).toBe(2);
  }
});

it('keeps few memories of a sentence', () => {
  const { asked, rule } = counted(({ line }) => line);
  for (let place = 0; place < 20; place++) rule(sentence('Be brief.'), around({ line: `line ${place}` }));
  expect(said(rule(sentence('Be brief.'), around({ line: 'line 19' })))).toEqual(['line 19']);
  expect(asked.times).toBe(20);
  expect(said(rule(sentence('Be brief.'), around({ line: 'line 0' })))).toEqual(['line 0']);
  expect(asked.times).toBe(21);
});
