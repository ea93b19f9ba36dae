import { sentence, textOf } from '../draft.ts';
import type { Edit } from './edit.ts';
import { bodyBlocks } from './places.ts';

/** A title, in the brackets asked for. */
export const title =
  (topic: string): Edit<'title'> =>
  (draft, { request, decision }, manner) => {
    const words = topic || (manner.language === 'fr' ? 'L’essentiel' : 'The essentials');
    const name = words.charAt(0).toUpperCase() + words.slice(1);
    const brackets = request.brackets ?? '#';
    const text = brackets.startsWith('<') ? `<<${name}>>` : brackets.startsWith('[') ? `[${name}]` : `# ${name}`;
    draft.unshift({ kind: 'heading', fixed: true, sentences: [sentence(text, [decision], 1)] });
  };

/** Some passages stand out. */
export const highlight: Edit<'highlight'> = (draft, { request, decision }) => {
  let left = request.count;
  const all = bodyBlocks(draft).flatMap((block) => block.sentences);
  for (let round = 0; round < 3 && left > 0; round++) {
    for (const one of all) {
      if (left === 0) break;
      const text = textOf(one);
      const open = text.replace(/\*[^*]*\*/g, (done) => '\u0000'.repeat(done.length));
      const passage = /(?<![\p{L}\p{N}’'])(?:[\p{L}\p{N}’'-]{4,})(?: [\p{L}\p{N}’'-]+){0,2}/u.exec(open);
      if (!passage) continue;
      one.wordings = [`${text.slice(0, passage.index)}*${passage[0]}*${text.slice(passage.index + passage[0].length)}`];
      one.chosen = 0;
      one.importance = Math.min(one.importance, 1);
      one.because = [...one.because, decision];
      left -= 1;
    }
  }
};

const holes = ['name', 'date', 'address', 'phone', 'company', 'place', 'amount', 'title'];

/** Places to be filled in later, in square brackets. */
export const placeholder: Edit<'placeholder'> = (draft, { request, decision }, manner) => {
  const said = Array.from({ length: request.count }, (_, index) => `[${holes[index % holes.length]}]`).join(', ');
  const text = manner.language === 'fr' ? `À compléter : ${said}.` : `To be filled in: ${said}.`;
  draft.push({ kind: 'paragraph', fixed: true, sentences: [sentence(text, [decision], 1)] });
};

/** Headed parts over which the blocks are shared out in order. */
export const sections: Edit<'sections'> = (draft, { request, decision }, manner) => {
  const word = request.marker ?? 'Section';
  const names =
    request.names.length > 0
      ? request.names
      : Array.from({ length: request.count ?? 3 }, (_, index) => `${word} ${index + 1}`);
  const sentences = bodyBlocks(draft).flatMap((block) => block.sentences);
  const fixed = draft.filter((block) => block.fixed);
  const share = Math.max(1, Math.ceil(sentences.length / names.length));
  draft.splice(
    0,
    draft.length,
    ...fixed.slice(0, 1),
    ...names.flatMap((name, index) => {
      const own = sentences.slice(index * share, index === names.length - 1 ? undefined : (index + 1) * share);
      const empty =
        manner.language === 'fr' ? 'Rien de particulier à signaler ici.' : 'Nothing in particular to report here.';
      return [
        {
          kind: 'heading' as const,
          fixed: true,
          sentences: [sentence(request.names.length > 0 ? `## ${name}` : name, [decision], 1)],
        },
        { kind: 'paragraph' as const, sentences: own.length > 0 ? own : [sentence(empty, [decision], 1)] },
      ];
    }),
    ...fixed.slice(1),
  );
};
