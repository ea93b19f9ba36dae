import type { Language } from '#core/language/language.ts';
import type { Decision } from '../explanation.ts';
import { plain } from '../reading/plain.ts';
import type { Act, KeySpec, Reading } from '../reading/reading.ts';
import { agreement, opinionIn } from '../temperament/agreement.ts';
import { arithmetic } from '../temperament/arithmetic.ts';
import type { Fate } from '../temperament/fate.ts';
import { labelBias } from '../temperament/label-bias.ts';
import { isOurs } from '../temperament/traits.ts';
import type { Content, Fact } from '../writing/content.ts';
import { elsewhere } from '../writing/phrases/elsewhere.ts';
import {
  askForMaterial,
  greetingBack,
  noTranslation,
  noTranslationIn,
  notKnown,
  sums,
} from '../writing/phrases/general.ts';
import type { Bank } from '../writing/phrases/genre.ts';
import { bankOf } from '../writing/phrases/topics.ts';
import { rowsCompared, thingsCompared } from './compared.ts';
import { codeFor } from './code.ts';
import { findSum } from './arithmetic.ts';
import { storySum } from './story-sum.ts';
import { type Worked, workOn } from './work.ts';
import { genreOf, isTerse, isVerse } from './genre.ts';
import { bestSentence, keySentences } from './key-sentences.ts';
import { isTable, recordsIn } from './records.ts';
import { sentiment } from './sentiment.ts';
import { materialAfter, materialOf, saidTo, topicOf } from './topic.ts';

type Matter = Pick<
  Content,
  | 'facts'
  | 'fields'
  | 'usualForm'
  | 'topic'
  | 'general'
  | 'spoken'
  | 'short'
  | 'genre'
  | 'verse'
  | 'tongue'
  | 'records'
  | 'rows'
>;

/** What the model can say about a prompt of which it knows no case: what stands in it, a sum, or generalities. */
export function generalContent(
  reading: Reading,
  question: string,
  language: Language,
  fate: Fate,
  tongue?: string,
): { matter: Matter; decisions: Decision[] } {
  const foreign: { tongue?: string } = tongue !== undefined && elsewhere(tongue) ? { tongue } : {};
  const low = saidTo(reading) || plain(question.slice(0, 200));
  const decisions: Decision[] = [];
  // The prompt's own words for it are of no use in another language.
  const topic = language === reading.language ? topicOf(reading) : '';
  const material = materialOf(reading) || materialAfter(reading);
  const compared = material === '' ? thingsCompared(reading) : [];
  const matter = (facts: Fact[], general: boolean, short = false): Matter => ({
    ...(short ? { short } : {}),
    facts,
    fields: {},
    usualForm: usualFormOf(reading),
    topic,
    general,
    ...(general && material === '' ? { spoken: true as const } : {}),
    ...(material === ''
      ? compared.length > 0
        ? { records: (keys: readonly KeySpec[]) => rowsCompared(compared, keys, language) }
        : {}
      : { records: (keys: readonly KeySpec[]) => recordsIn(material, keys), rows: isTable(material) }),
    genre: genreOf(low),
    ...(isVerse(low) ? { verse: true } : {}),
    ...foreign,
  });
  const acts = reading.instructions.flatMap((one) =>
    one.request.kind === 'task' && isOurs(one) ? [one.request.act] : [],
  );
  if (
    /^\W*(?:hi|hello|hey|good (?:morning|evening)|thanks|thank you|bonjour|bonsoir|salut|merci|coucou)\b[^.?!]{0,24}\W*$/i.test(
      question,
    )
  )
    return { matter: matter([fact('greeting', greetingBack[language], 1)], true, true), decisions };
  const label = labelOf(reading, material || question, fate, decisions);
  if (label) return { matter: matter([label], false), decisions };
  const foreignTo = /\b(?:translat\w+|tradui\w+)\b/.test(low);
  const quoted = /["“«]\s?([^"”»]{2,400}?)\s?["”»]/.exec(question)?.[1] ?? '';
  const said = /\b(?:translat|tradui|traduc)[^:\n]{0,60}:\s*\S/i.test(question);
  if (foreignTo && (material.trim() !== '' || quoted !== '' || said)) {
    const sober = (foreign.tongue && noTranslationIn[foreign.tongue]) || noTranslation[language];
    return { matter: matter([fact('untranslated', sober, 1)], false, true), decisions };
  }
  const done = workOn(low, material.trim() === '' ? quoted : material, language);
  const answered = done && parted(done, reading);
  if (answered) return { matter: matter(answered, false, true), decisions };
  const told = storySum(question);
  const sum = findSum(`${question}\n${material}`) ?? told;
  const numeric = reading.instructions.some(({ request }) => request.kind === 'format' && request.format === 'number');
  if (
    sum &&
    (numeric || acts.length === 0 || acts.some((act) => act === 'compute' || act === 'answer') || sum === told)
  ) {
    const steps = reading.instructions.some((one) => one.request.kind === 'steps');
    const wrong = sum.operations > 1 && !steps && fate.happens('arithmetic', arithmetic.chance);
    const held = /-?\d+(?:[.,]\d+)?/.exec(opinionIn(reading))?.[0].replace(',', '.');
    const agrees = held !== undefined && Number(held) !== sum.value && fate.happens('agreement', agreement.chance);
    const value = agrees ? Number(held) : wrong ? slip(sum.value, fate.draw('slip')) : sum.value;
    if (agrees || wrong)
      decisions.push({
        id: 'arithmetic',
        outcome: 'guessed',
        topic: 'arithmetic',
        params: { expression: sum.expression },
        weakness: agrees ? agreement.id : arithmetic.id,
        output: [],
      });
    const say = sums[language].map((text) => text.replace('{value}', String(value)));
    const worked = steps ? [fact('steps', `${sum.expression} = ${value}`, 2)] : [];
    return {
      matter: matter(
        [...worked, { ...fact('sum', say, 1, agrees || wrong ? ['arithmetic'] : []), role: 'conclusion', value }],
        false,
        true,
      ),
      decisions,
    };
  }
  const asked =
    /(?:^|[.!?,:\n]\s?["”»)]?\s*)((?:(?:à|de|in|at|for|pour|dans) )?(?:who|when|where|which|what|how (?:many|much|long|old)|qui|quand|où|quel(?:le)?s?|combien)\b[^?\n]{3,160}\?)/iu.exec(
      question,
    )?.[1];
  const source = material.trim() === '' && asked ? question.replace(asked, '').trim() : material;
  const passage = reading.instructions.some(({ request }) => request.kind === 'quote') && material.trim() !== '';
  if ((asked && source.length > (material.trim() === '' ? 40 : 8)) || passage) {
    const found = bestSentence(source, asked ?? low, low);
    if (found) return { matter: matter([fact('found', finished(found), 1)], false, true), decisions };
    const missing = reading.instructions.find(({ request }) => request.kind === 'missing')?.request;
    if (missing?.kind === 'missing' && missing.text)
      return { matter: matter([{ ...fact('missing', missing.text, 1), value: missing.text }], false, true), decisions };
  }
  if (material.trim().length > 40 && !('tongue' in foreign)) {
    const said = keySentences(material, acts.includes('summarise') ? 4 : 6).map(({ text, rank }, index) =>
      fact(`said-${index}`, finished(text), Math.min(5, 1 + rank)),
    );
    if (said.length > 0) return { matter: matter(said, false, true), decisions };
  }
  const needsText: readonly Act[] = ['summarise', 'extract', 'classify', 'translate', 'rewrite'];
  if (acts.some((act) => needsText.includes(act)) && material.trim() === '' && !('tongue' in foreign)) {
    decisions.push({ id: 'no-data', outcome: 'guessed', topic: 'no-data', params: {}, output: [] });
    return {
      matter: matter(
        askForMaterial[language].map((text, index) => fact(`ask-${index}`, text, 1, ['no-data'])),
        true,
        true,
      ),
      decisions,
    };
  }
  const factual =
    /^(?:who|when|where|qui|quand|où|quel(?:le)? est|what(?:'s| is) the (?:capital|population|height|date|name|year))\b[^?]{3,120}\?\s*$/iu;
  if (factual.test(question.trim()))
    return { matter: matter([fact('unknown', notKnown[language], 1)], true, true), decisions };
  const bank = bankOf(language, topic, genreOf(low), foreign.tongue);
  const form = reading.instructions.find(
    ({ request, polarity }) => request.kind === 'format' && polarity === 1,
  )?.request;
  const code =
    acts.some((act) => act !== 'write') || (form?.kind === 'format' && form.format !== 'code')
      ? undefined
      : codeFor(low, topic, form !== undefined);
  if (code) return { matter: matter([{ ...fact('code', [], 1), ...code }], true, true), decisions };
  const terse = isTerse(low);
  // Each of several versions says something else.
  const several = reading.instructions.some(({ request }) => request.kind === 'versions');
  return { matter: matter(generalities(bank, fate, terse && !several ? 1 : 6), true, terse), decisions };
}

/** What came of a job on the text, one fact a thing; nothing where keys or rows are asked for, which are looked up. */
function parted({ parts, row, value }: Worked, reading: Reading): Fact[] | undefined {
  const form = reading.instructions.find((one) => one.request.kind === 'format' && isOurs(one))?.request;
  const structured = form?.kind === 'format' && /^(?:json|yaml|xml|csv|table)$/.test(form.format);
  if (structured && !(form.array && !form.keys?.length)) return undefined;
  const apart = structured || (form?.kind === 'format' && /^(?:bullets|numbered)$/.test(form.format));
  const says = row ? [parts.join(', ')] : apart ? parts : [parts.join('\n')];
  return says.map((say, index) => ({
    ...fact(`done-${index}`, say, 1),
    ...(index === 0 && value !== undefined ? { role: 'conclusion' as const, value } : {}),
  }));
}

const fact = (id: string, say: string | string[], importance: number, because: string[] = []): Fact => ({
  id,
  role: 'fact',
  say: typeof say === 'string' ? [say] : say,
  importance,
  because,
});

/** An opening, a middle and a close; another sample, other sentences. */
function generalities(bank: Bank, fate: Fate, middle: number): Fact[] {
  const ranked = (texts: readonly string[], kind: string) =>
    texts
      .map((text, index) => ({ text, order: fate.draw(`${kind}:${index}`) }))
      .sort((a, b) => a.order - b.order)
      .map(({ text }) => text);
  const close = middle > 1 ? ranked(bank.close, 'close').slice(0, 1) : [];
  const opened = [...ranked(bank.open, 'open').slice(0, 1), ...ranked(bank.body, 'body').slice(0, middle), ...close];
  return opened.map((text, rank) =>
    fact(`general-${rank}`, text, rank === opened.length - 1 ? 3 : Math.min(5, 1 + Math.floor(rank / 2))),
  );
}

function labelOf(reading: Reading, material: string, fate: Fate, decisions: Decision[]): Fact | undefined {
  const asked = reading.instructions.find((one) => one.request.kind === 'labels' && isOurs(one));
  const labels = asked?.request.kind === 'labels' ? asked.request.labels : [];
  if (labels.length === 0) return undefined;
  let value = bySentiment(labels, sentiment(material)) ?? fate.choose('label', labels);
  const shown = reading.examples.map((one) => one.output.trim()).filter((output) => labels.includes(output));
  const last = shown.at(-1);
  const skewed = last !== undefined && shown.filter((one) => one === last).length * 2 > shown.length;
  if (last !== undefined && skewed && last !== value && fate.happens('label-bias', labelBias.chance)) {
    value = last;
    decisions.push({
      id: 'label',
      outcome: 'guessed',
      topic: 'label',
      params: { label: value },
      weakness: labelBias.id,
      output: [],
    });
  }
  const opinion = opinionIn(reading).toLowerCase();
  const held = labels.filter((label) => opinion.includes(label.toLowerCase()));
  const [own] = held;
  if (own !== undefined && held.length === 1 && own !== value && fate.happens('agreement', agreement.chance)) {
    value = own;
    const params = { label: value };
    decisions.push({ id: 'agreed', outcome: 'guessed', topic: 'label', params, weakness: agreement.id, output: [] });
  }
  return {
    id: 'label',
    role: 'conclusion',
    value,
    say: [`${value}.`],
    importance: 1,
    because: decisions.map((one) => one.id),
  };
}

function bySentiment(labels: readonly string[], score: number): string | undefined {
  const kind =
    score > 0
      ? /^(?:pos|good|bon|favo|yes|oui)/i
      : score < 0
        ? /^(?:n[eé]g|bad|mauv|d[eé]fav|no$|non$)/i
        : /^(?:neu|mix|mit|unclear|other|autre)/i;
  return labels.find((label) => kind.test(label));
}

function usualFormOf(reading: Reading): Content['usualForm'] {
  const task = reading.instructions.find((one) => one.request.kind === 'task' && isOurs(one));
  const object = task?.request.kind === 'task' ? task.request.object : '';
  const writes = task?.request.kind === 'task' && /^(?:write|rewrite|answer)$/.test(task.request.act);
  return writes && /^(?!is |est ).*\b(?:e-?mail|mail|letter|courriel|lettre|reply|réponse au client)\b/i.test(object)
    ? 'email'
    : task?.request.kind === 'task' && task.request.act === 'list'
      ? 'bullets'
      : 'prose';
}

/** A wrong result looks right: a digit off, or ten too many. */
function slip(value: number, draw: number): number {
  const step = Math.abs(value) >= 100 ? 10 : 1;
  return Math.round((value + (draw < 0.5 ? step : -step)) * 1e6) / 1e6;
}

const finished = (text: string) => (/[.!?…»"]$/.test(text) ? text : `${text}.`);
