import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { VariableChoice } from './variable-choice.ts';

const opening = /\{\{[^\S\n]*[\p{L}\p{N}_.-]*$/u;

/** Puts in `{{name}}` whole, taking up braces that already stand there. */
function insert(name: string) {
  return (view: EditorView, _completion: Completion, from: number, to: number) => {
    const closing = /^[^\S\n]*\}{0,2}/.exec(view.state.sliceDoc(to, to + 8))?.[0] ?? '';
    const end = closing.includes('}') ? to + closing.length : to;
    const text = `{{${name}}}`;
    view.dispatch({
      changes: { from, to: end, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.complete',
    });
  };
}

/** Offers the variables after `{{`. */
export function variableSource(choices: () => readonly VariableChoice[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.matchBefore(opening);
    if (!before && !context.explicit) return null;
    const from = before?.from ?? context.pos;
    return {
      from,
      filter: false,
      options: choices()
        .filter(({ name }) => name.startsWith(before?.text.replace(/^\{\{\s*/, '') ?? ''))
        .map(({ name, detail }) => ({ label: `{{${name}}}`, detail, type: 'variable', apply: insert(name) })),
    };
  };
}

export function variableCompletion(choices: () => readonly VariableChoice[]): Extension {
  return autocompletion({
    override: [variableSource(choices)],
    icons: false,
    activateOnTypingDelay: 0,
    interactionDelay: 0,
  });
}

/** Opens the list for braces that were typed before completion had arrived. */
export function offerAt(view: EditorView): void {
  const { head, empty } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  if (empty && opening.test(line.text.slice(0, head - line.from))) startCompletion(view);
}
