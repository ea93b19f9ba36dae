import type { Value } from '#core/exercises/simulation.ts';
import type { KeySpec } from '../reading/reading.ts';
import type { Fate } from '../temperament/fate.ts';
import type { Content } from './content.ts';
import { draftText, type Manner } from './draft.ts';
import type { Limit } from './limit.ts';
import { leaf, objectOf, type Building, type Node } from './forms/nodes.ts';
import { inventKeys } from './invent-keys.ts';
import { matchKey } from './match-key.ts';
import { spareSentences } from './phrases/topics.ts';
import type { Plan } from './plan.ts';
import { toucher } from './touch.ts';
import { draftFor } from './compose.ts';

/** What a structured form holds: the keys that were named or invented, or the records of a table. */
export function nodeFor(content: Content, plan: Plan, fate: Fate, manner: Manner): Node {
  const compose: Building['compose'] = (facts, part) => {
    const limits = plan.limits
      .filter(
        (limit) =>
          limit.part === undefined || matchKey(limit.part, { [part]: { names: { en: [], fr: [] } } }) !== undefined,
      )
      .map((limit) => ({ ...limit, part: undefined as never }))
      .map(({ part: _, ...limit }): Limit => limit);
    const idle =
      limits.length === 0 && facts.some((fact) => fact.role === 'greeting' || fact.role === 'closing') ? 70 : 0;
    const draft = draftFor({ ...content, facts: [...facts] }, { ...plan, form: 'prose' }, manner, limits, idle);
    return {
      text: draftText(draft),
      because: [...new Set(draft.flatMap((block) => block.sentences.flatMap((one) => one.because)))],
    };
  };
  const touch = toucher(plan.wishes, plan.language);
  const labelled = (value: Value, key: KeySpec) => touch(value, key);
  const building: Building = { content, match: matchKey, compose, touch: labelled };
  const keys = plan.keys.length > 0 ? plan.keys : inventKeys(content, plan.language, fate);
  const kept =
    plan.losesKey && keys.length > 1
      ? keys.filter((_, index) => index !== Math.floor(fate.draw('which-key') * keys.length))
      : keys;
  if (content.records && (plan.array || content.rows || plan.form === 'table' || plan.form === 'csv')) {
    const rows = content.records(plan.keys);
    const node = (row: [string, Value][]): Node => ({
      kind: 'object',
      entries: row.map(([name, value]) => [name, leaf(touch(value, { name }))]),
    });
    if (rows.length > 0) return { kind: 'array', items: rows.map(node) };
  }
  if (plan.form === 'xml' && kept.length === 1 && !kept[0]?.keys) building.whole = true;
  if (plan.array && plan.keys.length === 0 && Object.keys(content.fields).length === 0) return textsOf(content, plan);
  if (plan.array) return recordsOf(content, kept, building);
  if (content.spoken && plan.keys.length > 0 && (plan.form === 'table' || plan.form === 'csv'))
    return rowsAbout(plan, kept, building);
  return objectOf(kept, building);
}

/** An array of records: the exercise's list when it has one, else one record. */
function recordsOf(content: Content, keys: KeySpec[], building: Building): Node {
  const list = Object.entries(content.fields).find(([, field]) => field.kind === 'list');
  if (list) {
    const [id] = list;
    const whole = objectOf([{ name: id, type: 'array', keys }], building);
    if (whole.kind === 'object' && whole.entries[0]) return whole.entries[0][1];
  }
  return { kind: 'array', items: [objectOf(keys, building)] };
}

/** A plain list: what there is to say, one thing each, as many as were asked for. */
function textsOf({ facts, topic, genre = 'explain' }: Content, { wishes, language }: Plan): Node {
  const asked = wishes.find(
    ({ request, kept }) => kept && request.kind === 'count' && request.unit === 'item',
  )?.request;
  const says = facts.flatMap(({ say, because }) => (say[0] === undefined ? [] : [leaf(say[0], because)]));
  const most = asked?.kind === 'count' ? asked.value : Math.max(1, says.length);
  const more = spareSentences(language, topic, genre).filter((text) => facts.every(({ say }) => say[0] !== text));
  return { kind: 'array', items: [...says, ...more.map((text) => leaf(text))].slice(0, Math.min(mostRows, most)) };
}

/** As many rows about a topic as were asked for, or a few. */
function rowsAbout({ wishes }: Plan, keys: KeySpec[], building: Building): Node {
  const asked = wishes.find(
    ({ request, kept }) => kept && request.kind === 'count' && request.unit === 'item',
  )?.request;
  const count = asked?.kind === 'count' ? Math.min(mostRows, Math.max(1, asked.value)) : usualRows;
  return { kind: 'array', items: Array.from({ length: count }, (_, row) => objectOf(keys, { ...building, row })) };
}

const usualRows = 3;
const mostRows = 20;
