import { type Finding, fails, holds } from '../finding.ts';
import { reason, shortened } from '../reasons.ts';
import { asTexts, resolve, written } from '../resolve.ts';
import { foldText, foldView } from '../text/fold.ts';
import { type PersonalData, findPersonalData } from '../text/personal-data.ts';
import { type View, spanIn } from '../text/view.ts';
import type { Kind } from './kind.ts';

/** No e-mail address, phone number, account, card, address of a computer, key, or one of the given texts. */
export const noPersonalData: Kind<'no-personal-data'> = {
  strict: false,
  negatedWithoutField: 'fail',
  judge(check, subject, { truth }): Finding {
    const texts = (value: string | string[] | undefined) =>
      value === undefined ? [] : asTexts(resolve(value, truth), written(value));
    const view = subject.node ? subject.view : subject.prose.text === subject.view.text ? subject.view : subject.raw;
    const allowed = new Set(texts(check.allow).map((text) => foldText(text, 'letters').trim()));
    const shapes = findPersonalData(view.text).filter(
      ({ start, end }) => !allowed.has(foldText(view.text.slice(start, end), 'letters').trim()),
    );
    const folded = foldView(view, 'letters');
    const named = texts(check.value).flatMap((text) => findText(folded, text));
    const places = [
      ...shapes.map(({ start, end }) => spanIn(view, start, end)),
      ...named.map(({ start, end }) => spanIn(folded, start, end)),
    ].sort((a, b) => a.start - b.start);
    if (places.length === 0) return holds(reason('no-personal-data', {}));
    const kinds = [...new Set([...shapes, ...named].map((found) => found.kind))].join(', ');
    return fails(reason('personal-data', { kinds: shortened(kinds), count: places.length }), places.slice(0, 50));
  },
};

/** A text as words of its own, whatever its case, accents and spacing. */
function findText(folded: View, text: string): PersonalData[] {
  const wanted = foldText(text, 'letters').trim();
  const found: PersonalData[] = [];
  if (wanted === '') return found;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const inWord = (inside: string | undefined, outside: string | undefined) =>
      /[\p{L}\p{N}]/u.test(inside ?? ' ') && /[\p{L}\p{N}]/u.test(outside ?? ' ');
    if (inWord(wanted[0], folded.text[at - 1]) || inWord(wanted.at(-1), folded.text[end])) continue;
    found.push({ kind: 'text', start: at, end });
  }
  return found;
}
