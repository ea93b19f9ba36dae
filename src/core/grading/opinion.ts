import { hash } from '#core/chance/chance.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
import type { Estimate } from '#core/models/estimate.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { costOf, type ModelOffer } from '#core/models/model-offer.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import { opinionWords, type OpinionLanguage } from './opinion-words.ts';

/**
 * The second opinion of a real model on an answer (`llm-rubric`), or on which of two is better. It is asked in both
 * orders, because judges lean towards a place (Zheng 2023, arXiv 2306.05685; Shi 2024, arXiv 2406.07791), and counts only
 * when both agree. It is shown beside the grade and never part of it.
 */
interface Subject {
  /** What the model was asked, as it was sent. */
  task: readonly Message[];
  /** What a good answer does, in a person's words. */
  rubric: string;
  language: OpinionLanguage;
}
export type OpinionQuestion = Subject & ({ kind: 'one'; answer: string } | { kind: 'pair'; answers: [string, string] });

export type RubricVerdict = 'pass' | 'fail';
export type PairVerdict = 'first' | 'second' | 'tie';
export type OpinionVerdict = RubricVerdict | PairVerdict;

/** One of the two times it was asked. */
export interface OpinionRound {
  /** As if it had been asked in the usual order; absent when the reply names no verdict, or several. */
  verdict?: OpinionVerdict;
  /** What it said before its verdict. */
  reason: string;
}

/** `undecided`: the two rounds disagree, or one cannot be read; the rounds tell which. */
export interface Opinion {
  kind: OpinionQuestion['kind'];
  verdict: OpinionVerdict | 'undecided';
  rounds: [OpinionRound, OpinionRound];
  rubric: string;
  model: ModelChoice;
  /** Milliseconds since the epoch. */
  at: number;
  /** Of a pair: the second answer, by its variant and when it ended. The opinion is kept with the first. */
  against?: { variant: string; at: number };
}

/** What came of asking. Without an error, and not `ok`, it was stopped. */
export type OpinionReport = { ok: true; opinion: Opinion } | { ok: false; error?: ModelError };

/** The port for asking. */
export interface OpinionGiver {
  /** Asks a real model, in both orders; a simulated one is refused. */
  ask(model: ModelChoice, question: OpinionQuestion, signal: AbortSignal): Promise<OpinionReport>;
}

export const opinionOrders = ['usual', 'turned'] as const;
export type OpinionOrder = (typeof opinionOrders)[number];

/** Texts longer than this are cut in the middle: a judge must be able to read both answers and the task. */
const longestText = 24_000;

/** What to send for one round. */
export function opinionMessages(question: OpinionQuestion, order: OpinionOrder): Message[] {
  const { task, rubric, language } = question;
  const words = opinionWords[language];
  const texts = question.kind === 'one' ? [question.answer] : turned(question.answers, order);
  const asked = task.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n');
  // marks that none of the texts can close, because their name is made from all of them
  const mark = hash(asked, rubric, ...texts).toString(36);
  const block = (name: string, text: string) => `<${name}-${mark}>\n${cut(text)}\n</${name}-${mark}>`;
  const names = question.kind === 'one' ? ['answer'] : ['answer-1', 'answer-2'];
  const options = question.kind === 'one' ? turned(words.scale, order) : words.choice;
  return [
    { role: 'system', content: [words[question.kind], words.data, words.order(optionsOf(question, order))].join('\n') },
    {
      role: 'user',
      content: [
        block('task', asked),
        block('rubric', rubric),
        ...texts.map((text, index) => block(names[index]!, text)),
        options.join('\n'),
        words.last,
      ].join('\n\n'),
    },
  ];
}

function optionsOf({ kind }: OpinionQuestion, order: OpinionOrder): string[] {
  return kind === 'one' ? turned(['PASS', 'FAIL'], order) : ['FIRST', 'SECOND', 'TIE'];
}

function turned<T>([first, second]: readonly [T, T], order: OpinionOrder): [T, T] {
  return order === 'usual' ? [first, second] : [second, first];
}

function cut(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText / 2)}\n[…]\n${text.slice(-longestText / 2)}`;
}

const spoken: Readonly<Record<OpinionQuestion['kind'], Readonly<Record<string, OpinionVerdict>>>> = {
  one: { PASS: 'pass', FAIL: 'fail' },
  pair: { FIRST: 'first', SECOND: 'second', TIE: 'tie' },
};

/** Reads a reply: the verdict is named on its last line that names one, and nowhere does that line name two. */
export function readOpinion(kind: OpinionQuestion['kind'], order: OpinionOrder, reply: string): OpinionRound {
  const lines = reply.trim().split('\n');
  const at = lines.findLastIndex((line) => verdictsIn(kind, line).length > 0);
  const named = at < 0 ? [] : verdictsIn(kind, lines[at]!);
  const reason = (named.length === 1 ? lines.slice(0, at) : lines).join('\n').trim();
  return named.length === 1 ? { verdict: inUsualOrder(named[0]!, order), reason } : { reason };
}

/** The verdicts a line names, if it is a line that gives one: after the word for it, or nothing but one. */
function verdictsIn(kind: OpinionQuestion['kind'], line: string): OpinionVerdict[] {
  const plain = line.replaceAll(/[*_`"'#>[\]().]/g, ' ').trim();
  const given = /^(?:final\s+)?verdict(?:\s+final)?\s*[:：=-]?\s*(.*)$/i.exec(plain)?.[1] ?? plain;
  const names = given
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word !== '');
  const known = names.flatMap((name) => spoken[kind][name] ?? []);
  // in a sentence these are words like any other
  return given === plain && names.length !== 1 ? [] : [...new Set(known)];
}

function inUsualOrder(verdict: OpinionVerdict, order: OpinionOrder): OpinionVerdict {
  if (order === 'usual') return verdict;
  if (verdict === 'first') return 'second';
  return verdict === 'second' ? 'first' : verdict;
}

/** Two rounds agree on a verdict, or there is none. */
export function agreedVerdict([one, other]: readonly [OpinionRound, OpinionRound]): Opinion['verdict'] {
  return one.verdict !== undefined && one.verdict === other.verdict ? one.verdict : 'undecided';
}

/** A reason of three sentences and a verdict. */
const usualReply = 120;

/** What both rounds will take. */
export function estimateOpinion(question: OpinionQuestion, offer: ModelOffer | undefined): Estimate {
  const sent = opinionOrders.flatMap((order) => opinionMessages(question, order));
  const inputTokens = sent.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const outputTokens = usualReply * opinionOrders.length;
  return { calls: opinionOrders.length, inputTokens, outputTokens, cost: costOf(offer, { inputTokens, outputTokens }) };
}
