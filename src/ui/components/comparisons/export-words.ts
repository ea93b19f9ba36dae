import type { MarkdownWords } from '#core/comparisons/export/markdown.ts';
import type { PromptfooWords } from '#core/comparisons/export/promptfoo.ts';
import type { sharing } from '#i18n/en/sharing.ts';

type Words = ReturnType<(typeof sharing)['get']>;

/** The words of a Markdown file, in the reader's language. */
export function markdownWords(words: Words, number: (value: number) => string): MarkdownWords {
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
    case: (id) => words.wordCase({ id }),
    data: words.wordData,
    sample: (count) => words.wordSample({ number: count }),
    partial: words.wordPartial,
    hidden: words.wordHidden,
    none: words.wordNone,
    checks: words.wordChecks,
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
