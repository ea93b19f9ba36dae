import type { WriteFile } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import type { Value } from '#core/exercises/simulation.ts';
import { applies } from '#core/grading/applies.ts';
import type { Check } from '#core/grading/checks/schema.ts';
import { inExercise, repeated, type Material } from './material.ts';

type Case = WriteFile['cases'][number];

/** Checks refer to the truth of the cases they apply to, to variables and to meanings; all of these must exist. */
export function validateChecks({ file }: Material): Finding[] {
  const findings: Finding[] = [];
  for (const { id, index } of repeated(file.checks.map((check) => check.id))) {
    findings.push(inExercise(['checks', index, 'id'], `the check id "${id}" is used twice`));
  }
  const meaningsUsed = new Set<string>();
  const variables = new Set([
    ...Object.keys(file.common),
    ...file.cases.flatMap((one) => Object.keys(one.values)),
    ...(file.steps ?? []).flatMap(({ gives }) => gives ?? []),
  ]);
  for (const [index, check] of file.checks.entries()) {
    const applicable = file.cases.filter((one) => applies(check, one.expect));
    const conditions = conditionFindings(check, index, file.cases);
    findings.push(...conditions);
    if (conditions.length === 0 && applicable.length === 0) {
      findings.push(
        inExercise(
          ['checks', index, 'when'],
          `the check "${check.id}" applies to no case: none has this truth (expect)`,
        ),
      );
    }
    findings.push(...placeholderFindings(check, index, applicable, variables));
    if (check.type === 'states' || check.type === 'not-states') {
      findings.push(...meaningFindings(check, index, file.meanings));
      if (check.use) meaningsUsed.add(check.use);
    }
    if ((check.type === 'quotes' || check.type === 'not-quotes') && !variables.has(check.source)) {
      findings.push(
        inExercise(
          ['checks', index, 'source'],
          `there is no variable "${check.source}"${didYouMean(check.source, variables)}`,
        ),
      );
    }
    findings.push(...codeFindings(check, index, applicable));
    if (check.type === 'field' || check.type === 'not-field') {
      if (!check.path)
        findings.push(inExercise(['checks', index], `the check "${check.id}" of type ${check.type} needs a path`));
      if (check.value === undefined && check.anyOf === undefined) {
        findings.push(
          inExercise(['checks', index], `the check "${check.id}" needs a value or anyOf to compare the field with`),
        );
      }
    }
  }
  for (const name of Object.keys(file.meanings)) {
    if (!meaningsUsed.has(name))
      findings.push(inExercise(['meanings', name], `no check uses the meaning "${name}"`, true));
  }
  if (!file.checks.some((check) => check.weight > 0)) {
    findings.push(inExercise(['checks'], 'no check has a weight, so every answer would score the same', true));
  }
  return findings;
}

/** A whole list of tests or rows may come from the truth of a case; it has to be one there. */
function codeFindings(check: Check, index: number, cases: readonly Case[]): Finding[] {
  const [key, source] =
    'tests' in check ? (['tests', check.tests] as const) : 'tables' in check ? (['value', check.value] as const) : [];
  if (key === undefined || typeof source !== 'string') return [];
  const name = /^\{\{\s*expect\.([^{}.]+?)\s*\}\}$/.exec(source)?.[1];
  const what = key === 'tests' ? 'a list of calls ({ call: […], gives: … })' : 'a list of rows';
  if (name === undefined) {
    return [inExercise(['checks', index, key], `the check "${check.id}" needs ${what}, or {{expect.…}} for one`)];
  }
  const wrong = cases.filter(({ expect }) => Object.hasOwn(expect, name) && !isListOfLists(expect[name]!, key));
  if (wrong.length === 0) return [];
  const ids = wrong.map(({ id }) => `"${id}"`).join(', ');
  return [inExercise(['checks', index, key], `"${name}" is not ${what} in the truth (expect) of ${ids}`)];
}

function isListOfLists(value: Value, key: 'tests' | 'value'): boolean {
  if (!Array.isArray(value)) return false;
  if (key === 'value') return value.every((row) => row !== null && typeof row === 'object');
  return value.every((test) => {
    const isTest = test !== null && typeof test === 'object' && !Array.isArray(test);
    return isTest && Array.isArray(test['call']);
  });
}

function conditionFindings(check: Check, index: number, cases: readonly Case[]): Finding[] {
  const known = [...new Set(cases.flatMap((one) => Object.keys(one.expect)))];
  return Object.keys(check.when ?? {})
    .filter((key) => !known.includes(key))
    .map((key) =>
      inExercise(
        ['checks', index, 'when', key],
        `no case has "${key}" in its truth (expect)${didYouMean(key, known)}`,
        true,
      ),
    );
}

function meaningFindings(
  check: Extract<Check, { use?: string }>,
  index: number,
  meanings: WriteFile['meanings'],
): Finding[] {
  if (check.use === undefined && check.value === undefined) {
    return [
      inExercise(['checks', index], `the check "${check.id}" needs a meaning: use: <name of one under meanings>`),
    ];
  }
  if (check.use === undefined || Object.hasOwn(meanings, check.use)) return [];
  const known = Object.keys(meanings);
  const help = didYouMean(check.use, known) || (known.length > 0 ? `; there are ${known.join(', ')}` : '');
  return [inExercise(['checks', index, 'use'], `there is no meaning "${check.use}"${help}`)];
}

const placeholder = /\{\{([^{}]*)\}\}/g;

function placeholderFindings(
  check: Check,
  index: number,
  cases: readonly Case[],
  variables: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  for (const key of ['value', 'anyOf', 'labels', 'allow', 'tests', 'tables'] as const) {
    const value = (check as Record<string, unknown>)[key];
    if (value === undefined || (key === 'value' && check.type.endsWith('states'))) continue;
    for (const name of new Set(namesIn(value))) {
      const message = unknownName(name, cases, variables);
      if (message) findings.push(inExercise(['checks', index, key], message));
    }
  }
  return findings;
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(placeholder)].map((match) => match[1]!.trim());
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(namesIn);
}

function unknownName(name: string, cases: readonly Case[], variables: ReadonlySet<string>): string | undefined {
  const [first, ...path] = name.split('.');
  if (first !== 'expect') {
    if (variables.has(name)) return undefined;
    const known = [...variables, ...cases.flatMap((one) => Object.keys(one.expect).map((key) => `expect.${key}`))];
    return `{{${name}}} is neither a variable nor a case's truth ({{expect.…}})${didYouMean(name, known)}`;
  }
  const without = cases.filter((one) => !has(one.expect, path)).map((one) => `"${one.id}"`);
  if (without.length === 0) return undefined;
  const known = [...new Set(cases.flatMap((one) => Object.keys(one.expect)))];
  const help =
    didYouMean(
      path[0] ?? '',
      known.filter((key) => key !== path[0]),
    ) || '; give it there, or limit the check with "when"';
  return `{{${name}}} has no value in the ${without.length === 1 ? 'case' : 'cases'} ${without.join(', ')}${help}`;
}

function has(expect: Readonly<Record<string, Value>>, path: readonly string[]): boolean {
  let here: unknown = expect;
  for (const step of path) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return false;
    here = (here as Record<string, unknown>)[step];
  }
  return path.length > 0;
}
