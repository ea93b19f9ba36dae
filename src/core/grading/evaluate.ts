import type { Meaning } from '#core/exercises/simulation.ts';
import type { Span } from '#core/language/span.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import type { Answer, Subject } from './answer.ts';
import { type KindName, kinds } from './checks/index.ts';
import type { CheckOf, Context, Kind } from './checks/kind.ts';
import type { Check } from './checks/schema.ts';
import { type Finding, fails, holds, unknown } from './finding.ts';
import type { JsonNode } from './json/parse-json.ts';
import { select } from './json/select.ts';
import { reason } from './reasons.ts';
import type { CheckResult, Outcome, Reason } from './report.ts';
import { AuthoringProblem, type Truth } from './resolve.ts';

interface Judged {
  outcome: Outcome;
  reason: Reason;
  places: Span[];
}

/**
 * Tests one output for one requirement. Never throws: what goes wrong in a check leaves it ungraded. `outcomeOnly`: it is
 * not judged a second time in its strict form.
 */
export function evaluate(
  check: Check,
  answer: Answer,
  truth: Truth,
  meanings: Readonly<Record<string, Meaning>>,
  code: KnownCode = () => undefined,
  outcomeOnly = false,
): CheckResult {
  const { name, negated } = kindOf(check);
  const kind = kinds[name] as unknown as Kind<KindName>;
  const judge = (strict: boolean) => judgeForm(kind, check, { truth, meanings, answer, strict, negated, code });
  const strictOnly = check.form === 'strict';
  const judged = judge(strictOnly);
  const result: CheckResult = { check: check.id, outcome: judged.outcome, places: [] };
  if (judged.outcome !== 'pass') {
    result.reason = judged.reason;
    result.places = judged.places;
  }
  if (!outcomeOnly && !strictOnly && (kind.strict || check.path !== undefined)) {
    const strict = judge(true).outcome;
    if (strict !== judged.outcome) result.strict = strict;
  }
  return result;
}

/** Splits `not-` off the type of a check. */
function kindOf(check: Check): { name: KindName; negated: boolean } {
  const negated = check.type.startsWith('not-');
  return { name: (negated ? check.type.slice(4) : check.type) as KindName, negated };
}

function judgeForm(kind: Kind<KindName>, check: Check, context: Context): Judged {
  let finding: Finding;
  try {
    finding = find(kind, check as CheckOf<KindName>, context);
  } catch (error) {
    finding = unknown(error instanceof AuthoringProblem ? error.reason : reason('check-broke', {}));
  }
  const { holds: held, reason: why, places } = finding;
  if (held === 'unknown') return { outcome: 'ungraded', reason: why, places };
  return { outcome: held === context.negated ? 'fail' : 'pass', reason: why, places };
}

/** Finds out about the requirement in the whole output, or in every value that the path selects. */
function find(kind: Kind<KindName>, check: CheckOf<KindName>, context: Context): Finding {
  const { answer, negated, strict, truth } = context;
  const judge = (subject: Subject) => kind.judge(check as never, subject, context);
  if (check.path === undefined) return judge(answer.whole);
  const root = answer.json(strict);
  const { nodes, brokeAt } = root ? select(root, check.path, !strict) : { nodes: [], brokeAt: [] };
  const together = root !== undefined && check.path.includes('*') && kind.together?.(check as never, truth);
  if (root && together && brokeAt.length === 0) return judge(answer.field(listOf(root, nodes)));
  const findings = nodes.map((node) => judge(answer.field(node)));
  if (!root || brokeAt.length > 0 || nodes.length === 0) {
    findings.push(withoutField(kind, check, context, root !== undefined, brokeAt));
  }
  // A value that breaks the requirement decides; then one that cannot be judged; else it holds in all.
  const breaking = findings.filter((finding) => finding.holds === negated);
  const [first] = breaking;
  if (first) return { ...first, places: breaking.flatMap((finding) => finding.places) };
  return findings.find((finding) => finding.holds === 'unknown') ?? (findings[0] as Finding);
}

function withoutField(
  kind: Kind<KindName>,
  check: CheckOf<KindName>,
  { negated, answer, ...rest }: Context,
  isJson: boolean,
  brokeAt: JsonNode[],
): Finding {
  const why = isJson ? reason('field-missing', { path: check.path ?? '' }) : reason('not-json', {});
  const places = brokeAt.slice(0, 20).map(({ start, end }) => ({ start, end }));
  if (!negated) return fails(why, places);
  if (kind.negatedWithoutField === 'whole') {
    return kind.judge({ ...check, path: undefined } as never, answer.whole, { negated, answer, ...rest });
  }
  return kind.negatedWithoutField === 'met' ? fails(why) : holds(why, places);
}

/** Selected values as one list. */
function listOf(root: JsonNode, items: JsonNode[]): JsonNode {
  return { kind: 'array', start: root.start, end: root.end, items };
}
