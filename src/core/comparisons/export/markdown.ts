import type { Parameters, Prompt } from '#core/prompts/prompt.ts';
import { variantsOf, type TitledVariant } from '../variants.ts';
import { casesOf, shownOutput, type ExportSource } from './source.ts';

/** The words of the file, in the language of the page. */
export interface MarkdownWords {
  pane: string;
  model: string;
  parameters: string;
  usual: string;
  score: string;
  tokens: string;
  time: string;
  prompt: string;
  system: string;
  example: (role: 'user' | 'assistant') => string;
  user: string;
  case: (id: string) => string;
  data: string;
  sample: (number: number) => string;
  partial: string;
  hidden: string;
  none: string;
  checks: string;
  /** What a check asks for, in a sentence. */
  check: (id: string) => string;
  outcome: (outcome: 'pass' | 'fail' | 'ungraded') => string;
  number: (value: number) => string;
  seconds: (milliseconds: number) => string;
}

/** A comparison to read: what was asked, and what came of it, case by case. Texts stand in fences, so none of them is markup. */
export function toMarkdown(source: ExportSource, words: MarkdownWords): string {
  const { row, outputs, heldOutOpen } = source;
  const variants = variantsOf(row);
  const cases = casesOf(source);
  const drawn = new Set(outputs.map((output) => output.case));
  const current = 'panes' in row ? [row.case] : row.cases;
  const ids = [...new Set([...cases.map(({ id }) => id), ...drawn])].filter(
    (id) => drawn.has(id) || current.includes(id),
  );
  const parts = [`# ${inline(row.title)}`, overview(source, variants, words)];
  for (const variant of variants) {
    parts.push(`## ${words.prompt} ${inline(variant.title)}`, ...promptParts(variant.prompt, words));
  }
  for (const id of ids) {
    parts.push(`## ${inline(words.case(id))}`);
    const values = Object.entries(cases.find((one) => one.id === id)?.values ?? {});
    if (values.length > 0) parts.push(`### ${words.data}`);
    for (const [name, value] of values) parts.push(`\`${name.replaceAll('`', '')}\``, fence(value));
    for (const variant of variants) {
      const own = outputs.filter((output) => output.variant === variant.id && output.case === id);
      if (own.length === 0) parts.push(`### ${inline(variant.title)}`, `*${words.none}*`);
      for (const output of own) {
        const shown = shownOutput(output, heldOutOpen);
        const marks = [
          typeof shown.score === 'number' ? `${words.score} ${words.number(shown.score)}` : undefined,
          shown.status === 'partial' ? words.partial : undefined,
        ].filter((mark) => mark !== undefined);
        const number = own.length > 1 ? ` · ${words.sample(output.sample + 1)}` : '';
        parts.push(`### ${[`${inline(variant.title)}${number}`, ...marks].join(' · ')}`);
        parts.push(shown.hidden ? `*${words.hidden}*` : fence(shown.text));
        if (shown.results.length > 0) {
          const lines = shown.results.map(
            ({ check, outcome }) => `- ${words.outcome(outcome)}: ${inline(words.check(check))}`,
          );
          parts.push(`${words.checks}:`, lines.join('\n'));
        }
      }
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function overview({ outputs, heldOutOpen }: ExportSource, variants: TitledVariant[], words: MarkdownWords): string {
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const lines = variants.map((variant) => {
    const own = outputs.filter((output) => output.variant === variant.id);
    const scores = own.flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
    const open = own.filter(({ heldOut }) => heldOutOpen || !heldOut);
    const tokens = open.flatMap(({ usage }) => (usage ? [usage.outputTokens] : []));
    const times = open.flatMap(({ timings }) => (timings ? [timings.totalInMs] : []));
    return [
      inline(variant.title),
      inline(variant.model.id),
      inline(parametersIn(variant.prompt.parameters) || words.usual),
      scores.length > 0 ? words.number(mean(scores)) : '',
      tokens.length > 0 ? words.number(Math.round(mean(tokens))) : '',
      times.length > 0 ? words.seconds(mean(times)) : '',
    ];
  });
  const head = [words.pane, words.model, words.parameters, words.score, words.tokens, words.time];
  const rule = ['---', '---', '---', '--:', '--:', '--:'];
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function promptParts({ system, turns, user }: Prompt, words: MarkdownWords): string[] {
  const parts: string[] = [];
  if (system.trim() !== '') parts.push(`**${words.system}**`, fence(system));
  for (const { role, content } of turns) parts.push(`**${words.example(role)}**`, fence(content));
  parts.push(`**${words.user}**`, fence(user));
  return parts;
}

function parametersIn({ temperature, topP, maxTokens, stop }: Parameters): string {
  return [
    temperature === undefined ? '' : `temperature ${temperature}`,
    topP === undefined ? '' : `top_p ${topP}`,
    maxTokens === undefined ? '' : `max_tokens ${maxTokens}`,
    stop === undefined ? '' : `stop ${JSON.stringify(stop)}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** A fence longer than any in the text: nothing in the text can end it. */
function fence(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(Math.max(3, longest + 1));
  return `${marks}text\n${text}${text.endsWith('\n') ? '' : '\n'}${marks}`;
}

/** A text within a line, where none of its characters is markup. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~!&]/g, '\\$&');
}
