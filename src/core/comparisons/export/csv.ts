import { variantsOf } from '../variants.ts';
import { shownOutput, type ExportSource } from './source.ts';

const columns = [
  'title',
  'case',
  'variant',
  'model',
  'seed',
  'temperature',
  'top_p',
  'max_tokens',
  'stop',
  'sample',
  'status',
  'finish_reason',
  'error',
  'score',
  'passed',
  'checks_passed',
  'checks_failed',
  'checks_ungraded',
  'input_tokens',
  'output_tokens',
  'first_token_ms',
  'total_ms',
  'hidden',
  'output',
  'system',
  'examples',
  'user',
] as const;

type Row = Partial<Record<(typeof columns)[number], string | number | boolean | null>>;

/**
 * One line for each output, and one for a variant that has none. Begins with a byte order mark, because Excel takes the file
 * for something else than UTF-8 without it.
 */
export function toCsv({ row, outputs, heldOutOpen }: ExportSource): string {
  const lines = variantsOf(row).flatMap((variant): Row[] => {
    const { system, turns, user, parameters } = variant.prompt;
    const about: Row = {
      title: row.title,
      variant: variant.title,
      model: variant.model.id,
      seed: variant.model.seed,
      temperature: parameters.temperature,
      top_p: parameters.topP,
      max_tokens: parameters.maxTokens,
      stop: parameters.stop && JSON.stringify(parameters.stop),
      system,
      examples: turns.length > 0 ? JSON.stringify(turns) : '',
      user,
    };
    const own = outputs.filter((output) => output.variant === variant.id);
    if (own.length === 0) return [about];
    return own.map((output) => {
      const shown = shownOutput(output, heldOutOpen);
      const checks = (outcome: string) =>
        shown.results.flatMap((result) => (result.outcome === outcome ? [result.check] : [])).join(' ');
      return {
        ...about,
        case: shown.case,
        sample: shown.sample,
        status: shown.status,
        finish_reason: shown.finishReason,
        error: shown.error?.kind,
        score: shown.score,
        passed: shown.passed,
        checks_passed: checks('pass'),
        checks_failed: checks('fail'),
        checks_ungraded: checks('ungraded'),
        input_tokens: shown.usage?.inputTokens,
        output_tokens: shown.usage?.outputTokens,
        first_token_ms: shown.timings && Math.round(shown.timings.firstTokenInMs),
        total_ms: shown.timings && Math.round(shown.timings.totalInMs),
        hidden: shown.hidden,
        output: shown.text,
      };
    });
  });
  const written = lines.map((line) => columns.map((column) => cell(line[column])).join(','));
  return `\uFEFF${[columns.join(','), ...written].join('\r\n')}\r\n`;
}

function cell(value: string | number | boolean | null | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'string') return String(value);
  return `"${harmless(value).replaceAll('"', '""')}"`;
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: a model's output or a stranger's prompt
 * could otherwise run when the file is opened.
 */
function harmless(text: string): string {
  return /^[\s\0]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
