import type { EditorView } from '@codemirror/view';
import { Decoration, ViewPlugin, hoverTooltip, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { Facet, type Extension, type Range } from '@codemirror/state';
import { parseTemplate } from '#core/prompts/template.ts';

/** The variables an editor knows, and the sentences it says about the others. */
export interface VariableWords {
  names: readonly string[];
  unknown: (name: string) => string;
  unclosed: string;
  empty: string;
}

export const variableWords = Facet.define<VariableWords, VariableWords>({
  combine: (given) => given[0] ?? { names: [], unknown: (name) => name, unclosed: '', empty: '' },
});

const known = Decoration.mark({ class: 'cm-variable' });
const wrong = Decoration.mark({ class: 'cm-variable cm-variable-wrong' });
const open = Decoration.mark({ class: 'cm-variable-open' });

/** Chips for what is on the screen only: a prompt may be a megabyte long. Plain marks, so that input methods are left alone. */
function chips(view: EditorView): DecorationSet {
  const names = new Set(view.state.facet(variableWords).names);
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const parsed = parseTemplate(view.state.sliceDoc(from, to), names);
    for (const part of parsed.parts) {
      if (part.type !== 'variable') continue;
      ranges.push((names.has(part.name) ? known : wrong).range(from + part.span.start, from + part.span.end));
    }
    for (const problem of parsed.problems) {
      if (problem.code === 'unknown-variable') continue;
      ranges.push(open.range(from + problem.span.start, from + problem.span.end));
    }
  }
  return Decoration.set(ranges, true);
}

const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = chips(view);
    }
    update(update: ViewUpdate): void {
      const wordsChanged = update.startState.facet(variableWords) !== update.state.facet(variableWords);
      if (update.docChanged || update.viewportChanged || wordsChanged) this.decorations = chips(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Says beside the pointer what is wrong with the variable under it; the same sentence stands below the editor. */
const explanation = hoverTooltip((view, position) => {
  const words = view.state.facet(variableWords);
  const line = view.state.doc.lineAt(position);
  const problem = parseTemplate(line.text, new Set(words.names)).problems.find(
    ({ span }) => line.from + span.start <= position && position <= line.from + span.end,
  );
  if (!problem) return null;
  const text =
    problem.code === 'unknown-variable'
      ? words.unknown(problem.name)
      : problem.code === 'empty-variable'
        ? words.empty
        : words.unclosed;
  return {
    pos: line.from + problem.span.start,
    end: line.from + problem.span.end,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-problem';
      dom.textContent = text;
      return { dom };
    },
  };
});

export const variables: Extension = [highlighting, explanation];
