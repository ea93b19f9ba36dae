import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** An underline of the proof-reader's: a place in the text, its stroke, and the note it belongs to. */
export interface PromptMark {
  start: number;
  end: number;
  stroke: 'obeyed' | 'forgotten' | 'unread' | 'hijacked';
  note: string;
}

interface Marks {
  marks: readonly PromptMark[];
  active?: string;
}

const setMarksEffect = StateEffect.define<Marks>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    let next = current.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarksEffect)) continue;
      const length = transaction.state.doc.length;
      const { marks, active } = effect.value;
      next = Decoration.set(
        marks
          .filter(({ start, end }) => start < end && end <= length)
          .map(({ start, end, stroke, note }) =>
            Decoration.mark({
              class: `cm-mark cm-mark-${stroke}${note === active ? ' cm-mark-active' : ''}`,
              attributes: { 'data-note': note },
            }).range(start, end),
          ),
        true,
      );
    }
    return next;
  },
  provide: (self) => EditorView.decorations.from(self),
});

/** Draws the marks; `onnote` hears over which note's mark the pointer is. */
export function promptMarks(onnote: (note: string | undefined) => void): Extension {
  return [
    field,
    EditorView.domEventHandlers({
      mouseover: (event) => {
        const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null;
        onnote(mark?.dataset['note']);
      },
      mouseleave: () => onnote(undefined),
    }),
  ];
}

export function setMarks(view: EditorView, marks: readonly PromptMark[], active?: string): void {
  view.dispatch({ effects: setMarksEffect.of({ marks, active }) });
}
