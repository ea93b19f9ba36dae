import { history, historyKeymap } from '@codemirror/commands';
import { Annotation, Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { proseKeys } from './keys.ts';
import { lateCompletion } from './late-completion.ts';
import type { VariableChoice } from './variable-choice.ts';
import { promptMarks } from './marks.ts';
import { theme } from './theme.ts';
import { variables, variableWords, type VariableWords } from './variables.ts';

/** Marks a change that came from outside, which must not be reported back. */
const fromOutside = Annotation.define<boolean>();

export interface EditorOptions {
  parent: HTMLElement;
  value: string;
  words: VariableWords;
  /** Read anew at each completion. */
  choices: () => readonly VariableChoice[];
  placeholder: string;
  attributes: Record<string, string>;
  onchange: (value: string) => void;
  onrun: () => void;
  onnote: (note: string | undefined) => void;
}

/** What the component may change while the editor lives. */
export interface Editor {
  view: EditorView;
  setValue(value: string): void;
  setWords(words: VariableWords): void;
  setPlaceholder(text: string): void;
  setAttributes(attributes: Record<string, string>): void;
}

/** The smallest change that makes one text of the other, so that the cursor and undo stay meaningful. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  const shortest = Math.min(before.length, after.length);
  while (from < shortest && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shortest - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

export function createEditor(options: EditorOptions): Editor {
  const words = new Compartment();
  const hint = new Compartment();
  const attributes = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        // Tab is left alone, so that it leaves the editor.
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (options.onrun(), true), preventDefault: true }])),
        lineNumbers(),
        history(),
        EditorView.lineWrapping,
        EditorState.lineSeparator.of('\n'),
        lateCompletion(options.choices),
        keymap.of([...proseKeys, ...historyKeymap]),
        words.of(variableWords.of(options.words)),
        hint.of(placeholder(options.placeholder)),
        attributes.of(EditorView.contentAttributes.of(options.attributes)),
        variables,
        promptMarks(options.onnote),
        theme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))) {
            options.onchange(update.state.doc.toString());
          }
        }),
      ],
    }),
  });
  return {
    view,
    setValue(value) {
      const before = view.state.doc.toString();
      if (before === value) return;
      view.dispatch({
        changes: difference(before, value),
        annotations: fromOutside.of(true),
        userEvent: 'input.restore',
      });
    },
    setWords: (next) => view.dispatch({ effects: words.reconfigure(variableWords.of(next)) }),
    setPlaceholder: (text) => view.dispatch({ effects: hint.reconfigure(placeholder(text)) }),
    setAttributes: (next) => view.dispatch({ effects: attributes.reconfigure(EditorView.contentAttributes.of(next)) }),
  };
}
