import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StopTexts } from './stop-texts.ts';

function through(stops: string[], pieces: string[]): { text: string; stopped: boolean } {
  const watch = new StopTexts(stops);
  let text = '';
  for (const piece of pieces) {
    const heard = watch.feed(piece);
    text += heard.text;
    if (heard.stopped) return { text, stopped: true };
  }
  return { text: text + watch.end(), stopped: false };
}

describe('texts that end an answer', () => {
  it('are found across pieces and are no part of it', () => {
    expect(through(['END'], ['All is E', 'N', 'D and more'])).toEqual({ text: 'All is ', stopped: true });
    expect(through(['\n\n', '###'], ['one\n', '##', '# two'])).toEqual({ text: 'one\n', stopped: true });
  });

  it('cost nothing when they do not come', () => {
    expect(through(['END'], ['The EN', 'trance'])).toEqual({ text: 'The ENtrance', stopped: false });
    expect(through([], ['a', 'b'])).toEqual({ text: 'ab', stopped: false });
    expect(through([''], ['a', 'b'])).toEqual({ text: 'ab', stopped: false });
  });

  it('end it at the same place however it is cut', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
    const stop = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), stop, (pieces, end) => {
        const whole = pieces.join('');
        const at = whole.indexOf(end);
        const expected = at < 0 ? { text: whole, stopped: false } : { text: whole.slice(0, at), stopped: true };
        expect(through([end], pieces)).toEqual(expected);
      }),
    );
  });
});
