import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReasoningSplitter } from './reasoning-splitter.ts';

function split(...texts: string[]) {
  const splitter = new ReasoningSplitter();
  const pieces = [...texts.flatMap((text) => splitter.feed(text)), ...splitter.end()];
  const of = (kind: string) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .map((piece) => piece.text)
      .join('');
  return [of('reasoning'), of('text')];
}

it.each<[string, string[], string, string]>([
  ['no reasoning', ['Hello <think>there</think>'], '', 'Hello <think>there</think>'],
  ['reasoning first', ['<think>Let me see.</think>\n\nYes.'], 'Let me see.', 'Yes.'],
  ['white space before it', ['\n<think>\nHm</think>Yes'], '\nHm', 'Yes'],
  ['the longer tag', ['<thinking>Hm</thinking>Yes'], 'Hm', 'Yes'],
  ['tags in pieces', ['<th', 'ink>H', 'm</', 'thi', 'nk>', '\n', 'Yes'], 'Hm', 'Yes'],
  ['a second one', ['<think>a</think>b<think>c</think>'], 'a', 'b<think>c</think>'],
  ['no end', ['<think>a < b </thin'], 'a < b </thin', ''],
  ['only the beginning of a tag', ['<thi'], '', '<thi'],
  ['another tag', ['<thigh> is a body part'], '', '<thigh> is a body part'],
  ['white space alone', ['  ', '\n'], '', '  \n'],
])('%s', (_, texts, reasoning, answer) => {
  expect(split(...texts)).toEqual([reasoning, answer]);
});

it('does not depend on where the text is cut', () => {
  const word = fc.constantFrom('<think>', '</think>', '<thinking>', '</thinking>', '<', '/', 'think>', ' ', '\n', 'a');
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join('');
      expect(split(...text)).toEqual(split(text));
    }),
  );
});
