import { variablesOf } from '#core/prompts/template.ts';
import { variantsOf } from '../variants.ts';
import { assertionsOf } from './promptfoo-assertions.ts';
import { isCommand, piecesOf, safeNames, toPromptfooTemplate } from './promptfoo-template.ts';
import { casesOf, type ExportSource } from './source.ts';
import { toYaml, type Yaml } from './yaml.ts';

/** The comments of the file, in the language of the page. */
export interface PromptfooWords {
  /** How to have the models answer at `address`, and how to run the file. */
  about: (address: string) => string;
  /** Names the checks that promptfoo has no assertion for, and `stop` where it would read more into such a text. */
  left: (checks: string) => string;
}

/**
 * A comparison as promptfoo's configuration: each variant is a provider that answers its own prompt, each case a test. Nothing
 * in a stranger's text can make promptfoo read files or environment variables; `keyVariable` names the one that holds the key.
 */
export function toPromptfoo(
  source: ExportSource,
  words: PromptfooWords,
  address: string,
  keyVariable?: string,
): string {
  const { row, bundle } = source;
  const cases = casesOf(source);
  const variants = variantsOf(row);
  const names = safeNames([...new Set(cases.flatMap(({ values }) => Object.keys(values)))]);
  const inPieces = new Set(
    [...names.keys()].filter((name) => cases.some(({ values }) => isCommand(values[name] ?? ''))),
  );
  const used = new Set(variants.flatMap(({ prompt }) => variablesOf(prompt)));
  const varsOf = (values: Readonly<Record<string, string>>, wanted: (name: string) => boolean): Record<string, Yaml> =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => used.has(name) && wanted(name))
        .map(([name, value]) => [names.get(name) ?? name, inPieces.has(name) ? piecesOf(value) : value]),
    );
  // What is the same in every case is written once.
  const shared = new Set(
    cases.length < 2
      ? []
      : [...names.keys()].filter((name) => cases.every(({ values }) => values[name] === cases[0]?.values[name])),
  );
  const common = varsOf(cases[0]?.values ?? {}, (name) => shared.has(name));

  const left = new Set<string>();
  const prompts = new Map<string, string>();
  const providers = variants.map(({ prompt, model, title }, index): Yaml => {
    const { system, turns, user, parameters } = prompt;
    const messages = [
      ...(system.trim() === '' ? [] : [{ role: 'system', content: system }]),
      ...turns,
      ...(user.trim() === '' && (system.trim() !== '' || turns.length > 0) ? [] : [{ role: 'user', content: user }]),
    ].map(({ role, content }) => ({ role, content: toPromptfooTemplate(content, names, inPieces) }));
    const raw = JSON.stringify(messages, null, 2);
    const name = prompts.get(raw) ?? `prompt-${prompts.size + 1}`;
    prompts.set(raw, name);
    const stop = parameters.stop?.filter((text) => !isCommand(text));
    if (stop?.length !== parameters.stop?.length) left.add('stop');
    return {
      id: `openai:chat:${harmless(model.id)}`,
      label: `${index + 1} · ${harmless(title)}`,
      prompts: [name],
      config: {
        apiBaseUrl: address,
        // promptfoo asks for a key even where none is needed
        ...(keyVariable === undefined ? { apiKey: 'none' } : { apiKeyEnvar: keyVariable }),
        omitDefaults: true,
        temperature: parameters.temperature,
        top_p: parameters.topP,
        max_tokens: parameters.maxTokens,
        stop,
        seed: model.seed,
      },
    };
  });

  const tests = cases.map(({ id, values, expect }): Yaml => {
    const made = assertionsOf(bundle?.exercise.checks ?? [], { expect, values });
    for (const check of made.left) left.add(check);
    return {
      description: harmless(id),
      vars: varsOf(values, (name) => !shared.has(name)),
      ...(made.assert.length > 0
        ? { assert: made.assert, threshold: bundle ? bundle.exercise.threshold / 100 : undefined }
        : {}),
    };
  });

  const comments = [words.about(address), ...(left.size > 0 ? [words.left([...left].join(', '))] : [])];
  const head = comments.flatMap((comment) => comment.split(/\r?\n|\r/)).map((line) => `# ${line}`.trimEnd());
  const body = toYaml({
    description: harmless(row.title),
    prompts: [...prompts].map(([raw, label]) => ({ label, raw })),
    providers,
    defaultTest: Object.keys(common).length > 0 ? { vars: common } : undefined,
    tests,
    evaluateOptions: { repeat: row.samples > 1 ? row.samples : undefined, maxConcurrency: 4 },
  });
  return `${head.join('\n')}\n${body}`;
}

/** A name in which promptfoo finds nothing to fill in or to load. */
function harmless(name: string): string {
  return name
    .replace(/[{}]/g, ' ')
    .replace(/\p{C}+|\s+/gu, ' ')
    .replace(/^\s*(file|package):/, '$1 ')
    .trim();
}
