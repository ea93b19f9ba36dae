import { detectLanguage } from '#core/language/detect.ts';
import { parse } from '#core/language/frame.ts';
import { englishOrFrench } from '#core/language/function-words.ts';
import type { Language } from '#core/language/language.ts';
import { sentences } from '#core/language/segment.ts';
import type { SimulatedCompletion, SimulatedRequest } from './completion.ts';
import type { Decision, Explanation, MessageSpan, ReadInstruction } from './explanation.ts';
import { standsIn } from './knowledge/anchors.ts';
import { aboutOf } from './knowledge/about.ts';
import { generalContent } from './knowledge/general.ts';
import { recognise } from './knowledge/recognise.ts';
import { topicOf } from './knowledge/topic.ts';
import { paramsOf } from './reading-params.ts';
import type { Instruction, Reading, Request } from './reading/reading.ts';
import { decideAtoms } from './temperament/atoms.ts';
import { fateOf, type Fate } from './temperament/fate.ts';
import { forgetting } from './temperament/forgetting.ts';
import { asObeyed, needsShown, weighNeeds } from './temperament/needs.ts';
import { weighInstructions, type Wish } from './temperament/obey.ts';
import { valueFinder } from './temperament/values.ts';
import { cutOff } from './writing/cut-off.ts';
import { nearLanguage } from './knowledge/near-language.ts';
import { joined } from './writing/draft.ts';
import { locate } from './writing/locate.ts';
import { planAnswer } from './writing/plan.ts';
import { shows } from './writing/verify.ts';
import type { Content } from './writing/content.ts';
import { write } from './writing/write.ts';

/** Answers as the simulated model would, from what it understood of the request. */
export function answer(reading: Reading, request: SimulatedRequest): SimulatedCompletion {
  const recognised = recognise(request.messages, request.knowledge);
  const about = recognised ? `${recognised.knowledge.exercise}/${recognised.case}` : aboutOf(reading, request.messages);
  const fate = fateOf(request, about);
  const { wishes, decisions } = weighInstructions(reading, fate);
  const language = languageOf(reading, wishes);
  const instructions = [...understood(reading)];
  const content = contentOf(reading, request, recognised, language, fate, decisions, instructions, wishes);
  const planned = planAnswer(reading, wishes, content, language, fate, requestWords(reading, request));
  decisions.push(...planned.decisions);
  const pieces = write(content, planned.plan, fate);
  const { text, finishReason } = cutOff(pieces, request.parameters);
  // Who asks many times over what a model would say does not ask why.
  let explanation: Explanation | undefined;
  return {
    text,
    finishReason,
    get explanation() {
      return (explanation ??= explain());
    },
  };

  function explain(): Explanation {
    const idle = reading.instructions.filter((one) => isIdle(one, instructions, decisions));
    const settled = honest(decisions, wishes, joined(pieces));
    return {
      ...(recognised ? { recognised: { exercise: recognised.knowledge.exercise, case: recognised.case } } : {}),
      instructions: instructions.filter((one) => idle.every(({ id }) => one.id !== id)),
      unread: [...reading.unread, ...idle.map((one) => one.span)].filter((span) => !saysNeed(span, instructions)),
      decisions: locate(
        settled.filter((one) => idle.every(({ id }) => one.id !== `instruction:${id}`)),
        pieces,
        text.length,
      ),
    };
  }
}

const instructionsOf = new WeakMap<Reading, readonly ReadInstruction[]>();

/** The instructions as the interface speaks of them; the same for every sample. */
function understood(reading: Reading): readonly ReadInstruction[] {
  const known =
    instructionsOf.get(reading) ??
    reading.instructions
      .filter((one) => one.source !== 'example')
      .map((one) => ({ id: one.id, span: one.span, kind: one.request.kind, params: paramsOf(one.request) }));
  instructionsOf.set(reading, known);
  return known;
}

/** A sentence that the grammar made nothing of, and in which something that the work needs was found, was not lost. */
function saysNeed(span: MessageSpan, instructions: readonly ReadInstruction[]): boolean {
  return instructions.some(
    (one) =>
      one.kind === 'need' &&
      one.span.message === span.message &&
      one.span.start < span.end &&
      one.span.end > span.start,
  );
}

const idleKinds: readonly Request['kind'][] = ['content', 'audience', 'tone', 'role'];

/** Understood, but of no use to the writer, and no need of the exercise stands in it: it was not acted on. */
function isIdle(one: Instruction, known: readonly ReadInstruction[], decisions: readonly Decision[]): boolean {
  if (!idleKinds.includes(one.request.kind) || one.source === 'example' || one.source === 'data') return false;
  if (decisions.some((decision) => decision.topic === 'need' && decision.instruction === one.id)) return false;
  return !known.some(
    ({ kind, span }) =>
      kind === 'need' && span.message === one.span.message && span.start < one.span.end && one.span.start < span.end,
  );
}

/** What the finished text does not show was not done, and what it shows was, whatever was decided. */
function honest(decisions: readonly Decision[], wishes: readonly Wish[], text: string): Decision[] {
  const undone = new Set(
    wishes.filter((wish) => wish.kept && shows(wish, text) === false).map((wish) => wish.decision),
  );
  const done = new Set(wishes.filter((wish) => !wish.kept && shows(wish, text)).map((wish) => wish.decision));
  return decisions.map((one) => {
    if (one.outcome === 'obeyed' && undone.has(one.id))
      return { ...one, outcome: 'forgotten', weakness: forgetting.id };
    return one.outcome === 'forgotten' && done.has(one.id) ? asObeyed(one) : one;
  });
}

function contentOf(
  reading: Reading,
  request: SimulatedRequest,
  recognised: ReturnType<typeof recognise>,
  language: Language,
  fate: Fate,
  decisions: Decision[],
  instructions: ReadInstruction[],
  wishes: readonly Wish[],
): Content {
  const lookUp = valueFinder(reading, fate, decisions);
  const atoms = recognised?.knowledge.simulation.cases[recognised.case]?.atoms;
  if (recognised && atoms) {
    const { simulation } = recognised.knowledge;
    const needs = weighNeeds(reading, simulation.needs, fate);
    instructions.push(...needs.instructions);
    const decided = decideAtoms(atoms, {
      reading,
      needs,
      stands: standsIn(request.messages),
      fate,
      size: request.size,
      language,
    });
    decisions.push(...needsShown(needs.decisions, decided.missed), ...decided.decisions);
    if (decided.facts.length > 0) {
      return {
        facts: decided.facts,
        fields: simulation.fields,
        usualForm: simulation.usualForm,
        topic: topicOf(reading),
        general: false,
        lookUp,
      };
    }
  }
  const question = request.messages.at(-1)?.content ?? '';
  const general = generalContent(reading, question, language, fate, tongueOf(wishes, reading));
  decisions.push(...general.decisions);
  const fields = recognised?.knowledge.simulation.fields ?? general.matter.fields;
  return { ...general.matter, fields, lookUp };
}

const labelled =
  /^\s*(?:question|request|prompt|task|query|demande|consigne|t[âa]che|requ[êe]te|my question|ma question)\s*:\s*/i;

/** The words to be repeated: those the prompt says, else those behind a label, else all that is not about repeating. */
function requestWords(reading: Reading, { messages }: SimulatedRequest): string {
  const asked = reading.instructions.find((one) => one.request.kind === 'repeat-request' && one.source !== 'data');
  const text = asked ? (messages[asked.span.message]?.content ?? '') : '';
  if (asked?.request.kind !== 'repeat-request' || text.length > 4000) return '';
  if (asked.request.text !== undefined) return asked.request.text;
  const below = /\b(?:next|following|below|suivante?|ci-dessous|ci-apr[èe]s)\b/i.test(
    text.slice(asked.span.start, asked.span.end),
  );
  const behind = text.slice(sentenceEnd(text, asked.span.end));
  const next = below ? (/\n\s*(\S[^\n]*)/.exec(behind) ?? /^[\s:]*(\S[^\n]*)/.exec(behind))?.[1] : undefined;
  if (next) return next.trim();
  const label =
    /^\s*(?:question|request|prompt|task|query|demande|consigne|t[âa]che|requ[êe]te)\s*:\s*(\S[^\n]*)/im.exec(text);
  if (label && (label.index >= asked.span.end || label.index + label[0].length <= asked.span.start))
    return (label[1] ?? '').trim();
  return sentences(text)
    .filter(
      (one) =>
        (one.end <= asked.span.start || one.start >= asked.span.end) &&
        !/^\W*\(?(?:(?:please )?do not|don't|ne dis|ne r|the (?:request|prompt)|then |after (?:that|this)|only then|next|puis |ensuite|apr[èe]s|et seulement|your answer|i mean|no other|nothing)/i.test(
          one.text,
        ),
    )
    .map((one) => one.text.replace(labelled, ''))
    .join(' ')
    .trim()
    .replace(/^["“«]\s?([^"”»]+?)\s?["”»]$/, '$1');
}

/** Where the sentence around a place ends. */
function sentenceEnd(text: string, at: number): number {
  return sentences(text).find((one) => one.start <= at && one.end >= at)?.end ?? at;
}

/** A language that is neither English nor French, when one is asked for and kept. */
function tongueOf(wishes: readonly Wish[], reading: Reading): string | undefined {
  const asked = wishes.find((wish) => wish.request.kind === 'language' && wish.polarity === 1 && wish.kept);
  if (asked?.request.kind === 'language') return asked.request.language;
  if (wishes.some((wish) => wish.request.kind === 'language')) return undefined;
  return writtenIn(reading);
}

const tongues = new WeakMap<Reading, string | null>();

/** Who writes in another language is answered in it; found once for all samples. */
function writtenIn(reading: Reading): string | undefined {
  const known = tongues.get(reading);
  if (known !== undefined) return known ?? undefined;
  const found = otherTongue(reading);
  tongues.set(reading, found ?? null);
  return found;
}

function otherTongue(reading: Reading): string | undefined {
  const said = reading.clauses
    .filter((one) => one.source !== 'data')
    .map((one) => one.text)
    .join(' ')
    .slice(0, 600);
  const { known, total } = englishOrFrench(said);
  const near = nearLanguage(said);
  if (near) return near;
  if (said.length < 16 || known > total * 0.22) return undefined;
  // Telegraphic English or French has few small words, but its content words are known.
  const terms = parse(said, reading.language).frames.flatMap((frame) => frame.terms);
  const familiar = terms.filter(({ senses }) => senses.some(({ concept }) => !concept.startsWith('~')));
  if (familiar.length > total * 0.25) return undefined;
  const { language, confidence } = detectLanguage(said);
  return confidence > 0.55 && language !== 'en' && language !== 'fr' ? language : undefined;
}

/** The language asked for; else that of the instructions. */
function languageOf(reading: Reading, wishes: readonly Wish[]): Language {
  for (const wish of wishes) {
    if (wish.request.kind !== 'language' || wish.polarity === -1) continue;
    const asked = wish.request.language;
    return wish.kept && (asked === 'fr' || asked === 'en') ? asked : reading.language;
  }
  return reading.language;
}
