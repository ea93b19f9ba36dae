import type { VariableChoice } from './variable-choice.ts';
import { Compartment, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Completion of variables, fetched when the editor gets the focus: one can type before it has arrived, and it is
 * there by the time two braces are. Where it does not arrive, typing goes on without a list.
 */
export function lateCompletion(choices: () => readonly VariableChoice[]): Extension {
  const place = new Compartment();
  let asked = false;
  return [
    place.of([]),
    EditorView.domEventHandlers({
      focus: (_event, view) => {
        if (asked) return;
        asked = true;
        void import('./completion.ts')
          .then(({ variableCompletion, offerAt }) => {
            if (!view.dom.isConnected) return;
            view.dispatch({ effects: place.reconfigure(variableCompletion(choices)) });
            offerAt(view);
          })
          .catch(() => {
            asked = false;
          });
      },
    }),
  ];
}
