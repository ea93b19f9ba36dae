import { filler, pick, textOf, type Block, type Draft, type Manner, type Sentence } from './draft.ts';
import { tails } from './phrases/padding.ts';
import { type Limit, measuredOnce, measures } from './limit.ts';

/** A sentence that could as well be another gives way to one that brings the text nearer to its length. */
export function exchange(
  draft: Draft,
  limit: Limit,
  size: number,
  unused: string[],
  bank: ReadonlySet<string>,
): boolean {
  if ((limit.unit !== 'word' && limit.unit !== 'character') || unused.length === 0) return false;
  const unit = measuredOnce[limit.unit];
  const far = (now: number) => Math.max(0, (limit.min ?? 0) - now, now - (limit.max ?? Infinity));
  let best: { one: Sentence; text: string; left: number } | undefined;
  let before = far(size);
  const free = all(draft).filter(({ one, block }) => !block.fixed && (one.filler || bank.has(textOf(one))));
  // What suits the kind of text stands first and is taken where it does as well.
  for (const text of unused) {
    for (const { one } of free) {
      const left = far(size - unit(textOf(one)) + unit(text));
      if (left >= before) continue;
      best = { one, text, left };
      before = left;
    }
  }
  if (!best) return false;
  unused.splice(unused.indexOf(best.text), 1, textOf(best.one));
  best.one.wordings = [best.text];
  best.one.chosen = 0;
  return true;
}

/** Takes away what is missed least: padding, then long wordings, then the least important sentence. */
export function shrink(draft: Draft, limit: Limit, excess: number): boolean {
  if (limit.unit === 'paragraph' || limit.unit === 'section') return mergeParagraphs(draft);
  if (limit.unit === 'item' || limit.unit === 'line') return dropBlock(draft, limit.unit);
  const padded = lastWhere(draft, (one) => one.filler === true);
  if (padded) return remove(draft, padded);
  if (limit.unit !== 'sentence') {
    const long = leastImportant(draft, (one) => one.chosen < one.wordings.length - 1);
    if (long && (excess < 40 || long.one.importance <= 2)) {
      long.one.chosen += 1;
      return true;
    }
  }
  const spare = leastImportant(draft, (one, block) => !block.fixed && one.importance >= 2);
  if (spare) return remove(draft, spare);
  const longer = leastImportant(draft, (one) => one.chosen < one.wordings.length - 1);
  if (longer && limit.unit !== 'sentence') {
    longer.one.chosen += 1;
    return true;
  }
  const any = leastImportant(draft, (_, block) => !block.fixed);
  const left = bodySentences(draft).length;
  // One short sentence says more than two that were cut to a word or two.
  const crowded = limit.unit === 'word' && (limit.max ?? Infinity) < left * 4;
  return any !== undefined && (limit.unit === 'sentence' || crowded) && left > 1 ? remove(draft, any) : false;
}

export function grow(
  draft: Draft,
  limit: Limit,
  room: number,
  fixedSentences: boolean,
  manner: Manner,
  unused: string[],
): boolean {
  const body = draft.filter((block) => !block.fixed && block.kind !== 'heading');
  if (limit.unit === 'paragraph' || limit.unit === 'section') return splitParagraph(draft, manner, unused);
  if (limit.unit === 'item' || limit.unit === 'line') {
    const last = body.findLast((block) => block.kind === 'item' || block.kind === 'line') ?? body.at(-1);
    const text = take(unused, manner);
    if (!last || text === undefined) return false;
    const kind = limit.unit === 'item' ? 'item' : 'line';
    draft.splice(draft.indexOf(last) + 1, 0, {
      kind,
      sentences: [filler(text)],
      ...(last.marker ? { marker: last.marker } : {}),
    });
    return true;
  }
  const target = body.filter((block) => block.kind === 'paragraph').at(-1) ?? body.at(-1);
  if (!target) return false;
  if (!fixedSentences || limit.unit === 'sentence') {
    const fitting = unused.filter((text) => limit.unit === 'sentence' || measuredOnce[limit.unit](text) <= room);
    if (fitting.length > 0) {
      // What suits the kind of text stands first.
      const text = pick(fitting.slice(0, 8), manner.next);
      unused.splice(unused.indexOf(text), 1);
      // Spread over the paragraphs, so that no one of them becomes a heap of padding.
      const paragraphs = body.filter((block) => block.kind === target.kind);
      const { sentences } = pick(paragraphs, manner.next);
      sentences.splice(sentences.length > 1 ? sentences.length - 1 : sentences.length, 0, filler(text));
      return true;
    }
    if (unused.length === 0 && limit.unit === 'sentence') return false;
  }
  return lengthen(body, limit, room, manner);
}

/** Ends sentences a few words later; no tail comes twice, and no sentence gets two while others have none. */
function lengthen(body: readonly Block[], limit: Limit, room: number, manner: Manner): boolean {
  if (manner.tongue !== undefined) return false;
  const sentences = body.flatMap((block) => block.sentences).filter((one) => !/[:»"”]$/.test(textOf(one)));
  const said = sentences.map(textOf).join(' ');
  const known = tails[manner.language];
  const fitting = known.filter((tail) => measuredOnce[limit.unit](tail) <= room && !said.includes(tail));
  const bare = sentences.filter(
    (one) => known.every((tail) => !textOf(one).includes(tail)) && !/[?]$/.test(textOf(one)),
  );
  const from = bare.length > 0 ? bare : sentences.filter((one) => textOf(one).length < 160);
  if (fitting.length === 0 || from.length === 0) return false;
  const one = pick(from, manner.next);
  const tail = pick(fitting, manner.next);
  one.wordings = [textOf(one).replace(/([.!?]?)$/, `${tail}$1`)];
  one.chosen = 0;
  return true;
}

/** Words that cannot end a sentence. */
const dangling =
  /(?:\s+(?:a|an|the|of|to|in|on|at|for|and|or|but|that|than|as|is|are|it|with|from|by|more|say|how|le|la|les|un|une|de|des|du|à|au|aux|et|ou|que|qui|ce|dans|pour|sur|est|plus|par|en|se|ne))+([.!?…]*)$/i;

/** The last resort: the longest sentence loses words at its end. */
export function cut(draft: Draft, limit: Limit, size: () => number): boolean {
  let cutAny = false;
  for (let step = 0; step < 200 && size() > (limit.max ?? Infinity); step++) {
    const longest = bodySentences(draft).reduce<Sentence | undefined>(
      (most, one) => (!most || textOf(one).length > textOf(most).length ? one : most),
      undefined,
    );
    if (!longest) break;
    const whole = textOf(longest);
    const clause = whole.replace(/[,;:–] [^,;:–]*?([.!?…]*)$/, '$1');
    const last = whole.replace(/[\s,;:–-]*\S+?\s*([.!?…]*)$/, '$1');
    const spare = size() - (limit.max ?? Infinity);
    const unit = measures[limit.unit];
    const shorter =
      clause !== whole && unit(clause) >= 4 && (limit.min === undefined || unit(whole) - unit(clause) <= spare)
        ? clause
        : limit.min === undefined
          ? last.replace(dangling, '$1')
          : last;
    if (shorter === textOf(longest) || shorter.length < 3) break;
    longest.wordings = [shorter];
    longest.chosen = 0;
    cutAny = true;
  }
  return cutAny;
}

function mergeParagraphs(draft: Draft): boolean {
  const paragraphs = draft.filter((block) => block.kind === 'paragraph' && !block.fixed);
  const padded = paragraphs.find((block) => block.sentences.every((one) => one.filler));
  if (paragraphs.length > 1 && padded) draft.splice(draft.indexOf(padded), 1);
  else if (paragraphs.length > 1) {
    paragraphs.at(-2)!.sentences.push(...paragraphs.at(-1)!.sentences);
    draft.splice(draft.indexOf(paragraphs.at(-1)!), 1);
  } else return mergeFixed(draft);
  return true;
}

/** Only lines by themselves are left: they move into the text. */
function mergeFixed(draft: Draft): boolean {
  if (draft.length < 2) return false;
  const last = draft.pop()!;
  draft.at(-1)!.sentences.push(...last.sentences);
  return true;
}

function splitParagraph(draft: Draft, manner: Manner, unused: string[]): boolean {
  const longest = draft
    .filter((block) => block.kind === 'paragraph' && !block.fixed)
    .reduce<Block | undefined>(
      (most, block) => (!most || block.sentences.length > most.sentences.length ? block : most),
      undefined,
    );
  if (longest && longest.sentences.length > 1) {
    const half = longest.sentences.splice(Math.ceil(longest.sentences.length / 2));
    draft.splice(draft.indexOf(longest) + 1, 0, { kind: 'paragraph', sentences: half });
    return true;
  }
  const text = take(unused, manner);
  if (text === undefined) return false;
  const place = draft.findLastIndex((block) => !block.fixed);
  draft.splice(place + 1, 0, { kind: 'paragraph', sentences: [filler(text)] });
  return true;
}

function dropBlock(draft: Draft, kind: 'item' | 'line'): boolean {
  const blocks = draft.filter((block) => !block.fixed && (block.kind === kind || kind === 'line'));
  if (blocks.length < 2) return false;
  const weight = (block: Block) => Math.min(...block.sentences.map((one) => one.importance));
  const least = blocks.reduce((most, block) => (weight(block) >= weight(most) ? block : most));
  draft.splice(draft.indexOf(least), 1);
  return true;
}

interface Found {
  block: Block;
  one: Sentence;
}

const bodySentences = (draft: Draft) => draft.filter((block) => !block.fixed).flatMap((block) => block.sentences);
const all = (draft: Draft): Found[] => draft.flatMap((block) => block.sentences.map((one) => ({ block, one })));

function lastWhere(draft: Draft, test: (one: Sentence) => boolean): Found | undefined {
  return all(draft).findLast(({ one }) => test(one));
}

function leastImportant(draft: Draft, test: (one: Sentence, block: Block) => boolean): Found | undefined {
  return all(draft)
    .filter(({ one, block }) => test(one, block))
    .reduce<Found | undefined>(
      (most, found) => (!most || found.one.importance >= most.one.importance ? found : most),
      undefined,
    );
}

function remove(draft: Draft, { block, one }: Found): boolean {
  const rest = bodySentences(draft).length;
  if (rest <= 1 && !block.fixed) return false;
  block.sentences.splice(block.sentences.indexOf(one), 1);
  if (block.sentences.length === 0) draft.splice(draft.indexOf(block), 1);
  return true;
}

function take(unused: string[], manner: Manner): string | undefined {
  if (unused.length === 0) return undefined;
  const text = pick(unused, manner.next);
  unused.splice(unused.indexOf(text), 1);
  return text;
}
