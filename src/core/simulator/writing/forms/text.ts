import type { Fact } from '../content.ts';
import { sentence, type Block, type Draft, type Manner, pick } from '../draft.ts';
import { closings, greetings } from '../phrases/openings.ts';

const inText = (facts: readonly Fact[]) => facts.filter((fact) => fact.say.length > 0);
const framing = (fact: Fact) => fact.role === 'greeting' || fact.role === 'closing';

/** Paragraphs of running text: what was decided with its reasons, then what follows from it. */
export function proseOf(facts: readonly Fact[]): Draft {
  const draft: Draft = [];
  let paragraph: Block | undefined;
  for (const fact of inText(facts)) {
    const one = sentence(fact.say, fact.because, fact.importance);
    if (framing(fact)) {
      draft.push({ kind: 'line', sentences: [one], fixed: true });
      paragraph = undefined;
      continue;
    }
    if (!paragraph || paragraph.sentences.length >= 3 || (fact.role === 'action' && paragraph.sentences.length > 1)) {
      paragraph = { kind: 'paragraph', sentences: [] };
      draft.push(paragraph);
    }
    paragraph.sentences.push(one);
  }
  // Subject and greeting belong apart, as in any letter.
  return draft.map((block) => (block.kind === 'line' ? { ...block, kind: 'paragraph' } : block));
}

/** A letter: greeting and closing are written even where the material has none. */
export function emailOf(facts: readonly Fact[], manner: Manner): Draft {
  const draft = proseOf(facts);
  const has = (role: Fact['role']) => inText(facts).some((fact) => fact.role === role);
  if (!has('greeting'))
    draft.unshift({
      kind: 'paragraph',
      sentences: [sentence(pick(greetings[manner.language], manner.next))],
      fixed: true,
    });
  if (!has('closing'))
    draft.push({ kind: 'paragraph', sentences: [sentence(pick(closings[manner.language], manner.next))], fixed: true });
  return draft;
}

/** A list; `mark` gives the mark of the nth item, from 1. */
export function listOf(facts: readonly Fact[], mark: (n: number) => string): Draft {
  const body = inText(facts).filter((fact) => !framing(fact));
  return renumber(
    body.map((fact): Block => ({
      kind: 'item',
      marker: '',
      sentences: [sentence(fact.say, fact.because, fact.importance)],
    })),
    mark,
  );
}

/** Puts the marks anew after items came or went. */
export function renumber(draft: Draft, mark: (n: number) => string): Draft {
  let n = 0;
  for (const block of draft) if (block.kind === 'item') block.marker = mark((n += 1));
  return draft;
}
