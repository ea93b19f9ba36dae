import { writtenTexts } from '#core/exercises/knowledge-of.ts';
import type { Finding, Path } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import type { Atom, Simulation, Value } from '#core/exercises/simulation.ts';
import { standsIn, type Stands } from '#core/simulator/knowledge/anchors.ts';
import { inSimulation, repeated, textOf, type Material } from './material.ts';

/** What the simulated model knows must fit the cases it knows it of. */
export function validateSimulation({ file, texts, simulation }: Material): Finding[] {
  if (!simulation) return [];
  const findings: Finding[] = [];
  const ids = file.cases.map(({ id }) => id);
  const steps = (file.steps ?? []).map(({ id }) => id);
  for (const id of ids) {
    if (!Object.hasOwn(simulation.cases, id))
      findings.push(
        inSimulation(['cases'], `the case "${id}" is missing: the simulated model knows nothing of it`, true),
      );
  }
  const common = Object.values(file.common)
    .map((source) => textOf(source, texts))
    .join('\n\n');
  const inCommon = standing(common);
  for (const [id, { atoms }] of Object.entries(simulation.cases)) {
    const one = file.cases.find((each) => each.id === id);
    if (!one) {
      findings.push(
        inSimulation(['cases', id], `there is no case "${id}" in exercise.yaml${didYouMean(id, ids)}`, true),
      );
      continue;
    }
    const data = Object.values(one.values)
      .map((source) => textOf(source, texts))
      .join('\n\n');
    // A later step is given what an earlier one wrote.
    const written = file.steps ? Object.values(writtenTexts(atoms)).join('\n\n') : '';
    const inData = standing(`${data}\n\n${common}\n\n${written}`);
    for (const { id: twice, index } of repeated(atoms.map((atom) => atom.id))) {
      findings.push(
        inSimulation(['cases', id, 'atoms', index, 'id'], `the atom id "${twice}" is used twice in this case`),
      );
    }
    for (const [index, atom] of atoms.entries()) {
      const at = (path: Path, message: string, key?: boolean) =>
        findings.push(inSimulation(['cases', id, 'atoms', index, ...path], message, key));
      validateReferences(atom, atoms, simulation, at);
      validateWording(atom, at);
      for (const step of [atom.step ?? []].flat()) {
        if (!steps.includes(step))
          at(['step'], `there is no step "${step}" in exercise.yaml${didYouMean(step, steps)}`);
      }
      for (const [name, stands, where] of [
        ['anchor', inData, `the data of the case "${id}"`],
        ['grounds', inCommon, 'the shared material (common)'],
      ] as const) {
        for (const text of [atom[name] ?? []].flat()) {
          if (!stands(text))
            at(
              [name],
              `"${text}" does not occur in ${where}, so the atom "${atom.id}" could never be ${name === 'anchor' ? 'known' : 'grounded'}`,
            );
        }
      }
    }
  }
  const used = new Set(
    Object.values(simulation.cases).flatMap(({ atoms }) =>
      atoms.flatMap((atom) => [...atom.needs, ...atom.otherwise.flatMap((other) => other.unless ?? [])]),
    ),
  );
  for (const need of Object.keys(simulation.needs)) {
    if (!used.has(need))
      findings.push(
        inSimulation(['needs', need], `no atom has the need "${need}", so saying it would change nothing`, true),
      );
  }
  return findings;
}

const standing = (text: string): Stands => standsIn([{ role: 'user', content: text }]);

type Report = (path: Path, message: string, key?: boolean) => void;

function validateReferences(atom: Atom, atoms: readonly Atom[], { needs, fields }: Simulation, at: Report): void {
  const named = [
    ...atom.needs.map((need, index) => ({ need, path: ['needs', index] as Path })),
    ...atom.otherwise.flatMap((other, which) =>
      (other.unless ?? []).map((need, index) => ({ need, path: ['otherwise', which, 'unless', index] as Path })),
    ),
  ];
  for (const { need, path } of named) {
    if (!Object.hasOwn(needs, need)) at(path, `there is no need "${need}"${didYouMean(need, Object.keys(needs))}`);
  }
  const known = Object.keys(fields);
  if (atom.field !== undefined && !Object.hasOwn(fields, atom.field)) {
    at(['field'], `there is no field "${atom.field}" under fields${didYouMean(atom.field, known)}`);
  }
  for (const [index, name] of (atom.in ?? []).entries()) {
    if (!Object.hasOwn(fields, name))
      at(['in', index], `there is no field "${name}" under fields${didYouMean(name, known)}`);
    else if (fields[name]!.kind !== 'text')
      at(['in', index], `the field "${name}" is of kind ${fields[name]!.kind}; only text fields hold sentences`);
  }
  for (const [name, wanted] of Object.entries(atom.when ?? {})) {
    const other = atoms.find(({ id }) => id === name);
    if (!other || other === atom) {
      at(
        ['when', name],
        `there is no other atom "${name}" in this case${didYouMean(
          name,
          atoms.map(({ id }) => id),
        )}`,
        true,
      );
      continue;
    }
    const possible = [other.value, ...other.otherwise.map((one) => one.value)].filter((value) => value !== undefined);
    const asked = Array.isArray(wanted) ? [wanted, ...wanted] : [wanted];
    if (!asked.some((value) => possible.some((one) => same(one, value)))) {
      at(
        ['when', name],
        `the atom "${name}" never takes the value ${JSON.stringify(wanted)}; it can be ${possible.map((value) => JSON.stringify(value)).join(', ') || 'nothing, since it has no value'}`,
      );
    }
  }
}

function validateWording(atom: Atom, at: Report): void {
  const realisations = [
    { one: atom, path: [] as Path, called: `the atom "${atom.id}"` },
    ...atom.otherwise.map((one, index) => ({
      one,
      path: ['otherwise', index] as Path,
      called: `an alternative of the atom "${atom.id}"`,
    })),
  ];
  for (const { one, path, called } of realisations) {
    if (one.say === undefined && one.value === undefined && !one.omit) {
      at(path, `${called} says nothing: give it "say" or "value", or "omit: true"`);
    }
    for (const language of ['en', 'fr'] as const) {
      const uses = [one.say?.[language] ?? []].flat().some((text) => text.includes('{value}'));
      if (uses && one.value === undefined) at([...path, 'say', language], `${called} uses {value} but has no value`);
    }
  }
  // Alternatives that other needs prevent are other events; among those of the same needs only one can happen.
  const together = new Map<string, number>();
  for (const { rate, unless } of atom.otherwise) {
    const needs = [...(unless ?? atom.needs)].sort().join(' ');
    together.set(needs, (together.get(needs) ?? 0) + rate);
  }
  for (const total of together.values()) {
    if (total > 1 + 1e-9) {
      at(
        ['otherwise'],
        `the rates of alternatives that the same needs prevent add up to ${Number(total.toFixed(3))}; together they can be 1 at most`,
        true,
      );
    }
  }
  if (atom.field !== undefined && realisations.every(({ one }) => one.value === undefined)) {
    at(['field'], `the atom "${atom.id}" fills the field "${atom.field}" but has no value`);
  }
}

const same = (a: Value | undefined, b: Value | undefined) => JSON.stringify(a) === JSON.stringify(b);
