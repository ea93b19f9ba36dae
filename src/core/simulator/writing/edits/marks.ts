import { type Draft, draftText, sentence, textOf } from '../draft.ts';
import type { Edit } from './edit.ts';
import { bodyBlock, bodyBlocks } from './places.ts';

/** A title, in the brackets asked for. */
export const title =
  (topic: string): Edit<'title'> =>
  (draft, { request, decision }, manner) => {
    const words = topic || (manner.language === 'fr' ? 'L’essentiel' : 'The essentials');
    const name = words.charAt(0).toUpperCase() + words.slice(1);
    const brackets = request.brackets ?? '#';
    if (draft[0]?.kind === 'heading' && draft[0].because === decision) return;
    const text = brackets.startsWith('<') ? `<<${name}>>` : brackets.startsWith('[') ? `[${name}]` : `# ${name}`;
    draft.unshift({ kind: 'heading', fixed: true, because: decision, sentences: [sentence(text, [decision], 1)] });
  };

/** Some passages stand out. */
export const highlight: Edit<'highlight'> = (draft, { request, decision }) => {
  const done = draftText(draft).match(/\*[^*\n]+\*/g)?.length ?? 0;
  let left = request.count - done;
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

const holes = {
  en: ['name', 'date', 'address', 'phone', 'company', 'place', 'amount', 'title'],
  fr: ['nom', 'date', 'adresse', 'téléphone', 'société', 'lieu', 'montant', 'titre'],
} as const;
const fillers = {
  en: [
    'You will find us at {hole}.',
    'It all takes place on {hole}.',
    'Please ask for {hole}.',
    'The details are with {hole}.',
    'Write to {hole} if anything changes.',
    'We start with {hole}.',
  ],
  fr: [
    'Rendez-vous : {hole}.',
    'Tout aura lieu comme convenu : {hole}.',
    'Demandez {hole}.',
    'Les détails figurent ici : {hole}.',
    'Écrivez à {hole} si quelque chose change.',
    'Nous commençons par {hole}.',
  ],
} as const;

/** Places to be filled in later, in square brackets, in sentences that need them. */
export const placeholder: Edit<'placeholder'> = (draft, { request, decision }, manner) => {
  const has = () => placesIn(draft);
  const most = request.op === '<=' ? Math.min(request.count, 2) : request.count;
  const names = [...new Set([...(request.names ?? []), ...holes[manner.language]])];
  for (let n = 0; n < 40 && has() < most; n++) {
    const frame = fillers[manner.language][n % fillers[manner.language].length] ?? '{hole}';
    const two = most - has() > fillers.en.length && n % 2 === 1;
    const name = (at: number) => `[${names[at % names.length] ?? 'name'}]`;
    const hole = two ? `${name(n)} ${name(n + 3)}` : name(n);
    const blocks = bodyBlocks(draft);
    (blocks[n % Math.max(1, blocks.length)] ?? bodyBlock(draft, { which: 'all' })).sentences.push(
      sentence(frame.replace('{hole}', hole), [decision], 1),
    );
  }
};

const placesIn = (draft: Draft) => draftText(draft).match(/\[[^\]\n]+\]/g)?.length ?? 0;

/** Headed parts over which the blocks are shared out in order. */
export const sections: Edit<'sections'> = (draft, { request, decision }, manner) => {
  const word = request.marker ?? 'Section';
  const names =
    request.names.length > 0
      ? request.names
      : Array.from({ length: request.count ?? 3 }, (_, index) => `${word} ${index + 1}`);
  const sentences = bodyBlocks(draft).flatMap((block) => block.sentences);
  const fixed = draft.filter((block) => block.fixed);
  const from = (index: number) => Math.floor((index * sentences.length) / names.length);
  draft.splice(
    0,
    draft.length,
    ...fixed.slice(0, 1),
    ...names.flatMap((name, index) => {
      const own = sentences.slice(from(index), from(index + 1));
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
