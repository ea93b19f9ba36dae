import { detectLanguage } from '#core/language/detect.ts';
import type { Message } from '#core/prompts/prompt.ts';
import type { SimulatedCompletion, SimulatedRequest } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { cutOff } from '#core/simulator/writing/cut-off.ts';
import { conform } from './conform.ts';
import type { JsonSchema, ResponseFormat } from './parse-request.ts';
import { nodeOf, type Json } from './schema-node.ts';
import { inWords } from './skeleton.ts';

/** So often an answer is drawn anew when it is no JSON, before its text is wrapped as it is. */
const draws = 6;

/**
 * Answers in a response format. The model is told of it as a prompt would tell it; and since the protocol promises
 * the form, which a simulated model may forget, an answer without it is drawn anew and then made to fit.
 */
export function completeAs(format: ResponseFormat): (request: SimulatedRequest) => SimulatedCompletion {
  if (format.type === 'text') return simulate;
  const schema: JsonSchema = format.type === 'json_schema' ? format.schema : { type: 'object' };
  let told: readonly Message[] | undefined;
  return (request) => {
    // Worked out once: the simulator remembers how it read the very same messages.
    told ??= [{ role: 'system', content: inWords(format, languageOf(request.messages)) }, ...request.messages];
    const { stop, maxTokens, ...parameters } = request.parameters;
    const whole = { ...request, messages: told, parameters };
    let answer = simulate(whole);
    let value = jsonIn(answer.text);
    for (let draw = 1; draw < draws && value === undefined; draw++) {
      answer = simulate({ ...whole, seed: (request.seed + draw * 0x9e37_79b9) >>> 0 });
      value = jsonIn(answer.text);
    }
    const text = JSON.stringify(conform(value ?? wrapped(answer.text, schema), schema), null, 2);
    // A limit or a stop cuts JSON as it cuts any text: that is what the finish reason tells.
    const cut = cutOff([{ text, because: [] }], { ...(stop && { stop }), ...(maxTokens && { maxTokens }) });
    return { ...answer, ...cut };
  };
}

function languageOf(messages: readonly Message[]): 'en' | 'fr' {
  const last = messages.findLast(({ role }) => role === 'user') ?? messages.at(-1);
  return detectLanguage(last?.content ?? '').language === 'fr' ? 'fr' : 'en';
}

/** The JSON object or list of an answer, with or without a fence or a sentence around it. */
export function jsonIn(text: string): Json | undefined {
  const starts = text.search(/[{[]/);
  const ends = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  if (starts < 0 || ends < starts) return undefined;
  try {
    return JSON.parse(text.slice(starts, ends + 1)) as Json;
  } catch {
    return undefined;
  }
}

/** Prose where JSON was due goes where a text is wanted. */
function wrapped(text: string, schema: JsonSchema): Json {
  const { properties, required, types } = nodeOf(schema, schema);
  if (types[0] !== 'object') return text;
  const names = [...required, ...Object.keys(properties)];
  if (names.length === 0) return { answer: text };
  const home = names.find((name) => {
    const node = nodeOf(properties[name] ?? {}, schema);
    return !node.oneOf && (node.types.length === 0 || node.types.includes('string'));
  });
  return home === undefined ? {} : { [home]: text };
}
