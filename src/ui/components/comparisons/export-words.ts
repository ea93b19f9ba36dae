import type { MarkdownWords } from '#core/comparisons/export/markdown.ts';
import type { ExportSource } from '#core/comparisons/export/source.ts';
import type { PromptfooWords } from '#core/comparisons/export/promptfoo.ts';
import type { Language } from '#core/language/language.ts';
import type { sharing } from '#i18n/en/sharing.ts';

type Words = ReturnType<(typeof sharing)['get']>;

/** The words of a Markdown file, in the reader's language. */
export function markdownWords(
  words: Words,
  { bundle, heldOutOpen }: ExportSource,
  language: Language,
  number: (value: number) => string,
): MarkdownWords {
  const exercise = bundle?.exercise;
  const hidden = new Set(heldOutOpen ? [] : exercise?.cases.filter(({ heldOut }) => heldOut).map(({ id }) => id));
  const named = exercise?.words[language];
  return {
    pane: words.wordPane,
    model: words.wordModel,
    parameters: words.wordParameters,
    usual: words.wordUsual,
    score: words.wordScore,
    tokens: words.wordTokens,
    time: words.wordTime,
    prompt: words.wordPrompt,
    system: words.wordSystem,
    example: (role) => words[`wordExample-${role}`],
    user: words.wordUser,
    // What a held-out case is called would tell of it.
    case: (id) => words.wordCase({ id: (hidden.has(id) ? undefined : named?.cases[id]) ?? id }),
    data: words.wordData,
    sample: (count) => words.wordSample({ number: count }),
    partial: words.wordPartial,
    hidden: words.wordHidden,
    none: words.wordNone,
    checks: words.wordChecks,
    check: (id) => named?.checks[id]?.met ?? id,
    outcome: (outcome) => words[`wordOutcome-${outcome}`],
    number: (value) => number(Math.round(value * 10) / 10),
    seconds: (milliseconds) => words.wordSeconds({ seconds: number(Math.round(milliseconds / 100) / 10) }),
  };
}

/** The comments of a promptfoo configuration. */
export function promptfooWords(words: Words): PromptfooWords {
  return {
    about: (address) => words.promptfooAbout({ address }),
    left: (checks) => words.promptfooLeft({ checks }),
  };
}
