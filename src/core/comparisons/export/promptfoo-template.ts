import { parseTemplate } from '#core/prompts/template.ts';

/** What promptfoo's template language would take for something of its own. */
const markup = /\{(?=[{%#])|\{$/g;

/** Variables by the names that promptfoo can use: in its templates `a-b` is a subtraction and `a.b` a look-up. */
export function safeNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const plain = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
      const base = reserved.has(plain) || plain.startsWith('__') ? `value_${plain.replace(/^_+/, '')}` : plain;
      let safe = base;
      for (let count = 2; taken.has(safe); count++) safe = `${base}_${count}`;
      taken.add(safe);
      return [name, safe];
    }),
  );
}

const reserved = new Set([
  ...['and', 'as', 'block', 'call', 'else', 'env', 'false', 'filter', 'for', 'from', 'if', 'import', 'in', 'include'],
  ...['is', 'loop', 'macro', 'none', 'not', 'null', 'or', 'range', 'raw', 'self', 'set', 'super', 'this', 'true'],
  ...['_conversation', 'sessionId', 'prompt', 'purpose'],
]);

/** A template of ours in promptfoo's language: its variables renamed, all other braces to the letter. */
export function toPromptfooTemplate(
  template: string,
  names: ReadonlyMap<string, string>,
  inPieces: ReadonlySet<string>,
): string {
  const { parts } = parseTemplate(template);
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text.replace(markup, '{{ "{" }}');
      const name = names.get(part.name);
      // A variable without a value stays as it was typed, as it does on the page.
      if (name === undefined) return template.slice(part.span.start, part.span.end).replace('{{', '{{ "{" }}{{ "{" }}');
      return inPieces.has(part.name) ? `{{ ${name}.pieces | join("") }}` : `{{ ${name} }}`;
    })
    .join('');
}

/**
 * Whether promptfoo would do something with a value instead of passing it on: read a file that it names, run a package, put
 * in an environment variable or another value. Data that somebody shared must not be able to ask for that.
 */
export function isCommand(value: string): boolean {
  return /^(?:file:|package:)/.test(value) || /\{[{%#]/.test(value);
}

/** A value in pieces, none of which means anything by itself; the template joins them. */
export function piecesOf(value: string): { pieces: string[] } {
  return { pieces: value.split(/(?<=\{)(?=[{%#])|(?<=^(?:file|package))(?=:)/).filter((piece) => piece !== '') };
}
