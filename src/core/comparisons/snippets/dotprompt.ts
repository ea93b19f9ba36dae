import { parseTemplate, variablesOf } from '#core/prompts/template.ts';
import { toYaml } from '../export/yaml.ts';
import type { Variant } from '../comparison.ts';

/** Names that mean something in a dotprompt template. */
const helpers = new Set([
  ...['role', 'history', 'json', 'media', 'section', 'ifEquals', 'unlessEquals', 'this', 'else', 'true', 'false'],
  ...[
    'null',
    'undefined',
    'if',
    'unless',
    'each',
    'with',
    'lookup',
    'log',
    'as',
    'helperMissing',
    'blockHelperMissing',
  ],
]);

/**
 * A pane as a dotprompt file: front matter, then the messages as a Handlebars template. The values of the case are the
 * defaults of its variables. A brace that Handlebars would take for its own is looked up in a text that is only this brace,
 * because Handlebars' escapes do not work beside every other character.
 */
export function toDotprompt(variant: Variant, values: Readonly<Record<string, string>>, about: string): string {
  const { system, turns, user, parameters } = variant.prompt;
  const used = variablesOf(variant.prompt);
  const messages = [
    ...(system.trim() === '' ? [] : [{ role: 'system', content: templateOf(system) }]),
    ...turns.map(({ role, content }) => ({
      role: role === 'assistant' ? 'model' : role,
      content: templateOf(content),
    })),
    ...(user.trim() === '' ? [] : [{ role: 'user', content: templateOf(user) }]),
  ];
  const body = messages.map(({ role, content }) => `{{role "${role}"}}\n${content}\n`).join('');
  const front = toYaml({
    model: `openai/${variant.model.id}`,
    config: {
      temperature: parameters.temperature,
      topP: parameters.topP,
      maxOutputTokens: parameters.maxTokens,
      stopSequences: parameters.stop,
      seed: variant.model.seed,
    },
    input: {
      schema: schemaOf(used),
      default: Object.fromEntries(used.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]]] : []))),
    },
  });
  const comments = about.split(/[\r\n\u0085\u2028\u2029]+/).map((line) => `# ${line}`.trimEnd());
  // The remarks come last: readers of front matter drop the line break before its end, which may be a value's own.
  return `---\n${front}${comments.join('\n')}\n---\n${body}`;
}

/** Each variable is a text; names that the short form of a schema would read something into stay out of it. */
function schemaOf(names: readonly string[]): Record<string, string> | undefined {
  const plain = names.filter((name) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name));
  return plain.length > 0 && plain.length === names.length
    ? Object.fromEntries(plain.map((name) => [name, 'string']))
    : undefined;
}

const openBrace = '{{lookup "{" 0}}';
const closeBrace = '{{lookup "}" 0}}';

function templateOf(template: string): string {
  const { parts } = parseTemplate(template);
  return parts
    .map((part, index) => {
      if (part.type === 'variable') return `{{${referenceTo(part.name)}}}`;
      return literal(part.text, parts[index - 1]?.type === 'variable', parts[index + 1]?.type === 'variable');
    })
    .join('');
}

/** A text in which Handlebars finds nothing; `after` and `before` say whether it stands beside a variable. */
function literal(text: string, after: boolean, before: boolean): string {
  let written = '';
  let closing = after;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const next = text[at + 1] ?? (before ? '{' : '');
    const opens = character === '{' && (next === '{' || text[at - 1] === '{');
    if (opens) written += openBrace;
    else if (character === '}' && closing) written += closeBrace;
    else written += character;
    closing = opens || (character === '}' && closing);
  }
  // A backslash before braces would be an escape; two are one.
  const escaped = written.replace(/\\(?=\{\{)/g, '\\\\');
  return before ? escaped.replace(/\\$/, '\\\\') : escaped;
}

function referenceTo(name: string): string {
  return name.includes('.') || helpers.has(name) ? `this.[${name}]` : name;
}
