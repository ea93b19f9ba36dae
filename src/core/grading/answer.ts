import { findJson, wholeJson } from './json/find-json.ts';
import type { JsonNode } from './json/parse-json.ts';
import { proseOf, textOf } from './json/string-view.ts';
import { lenientForms, wholeForms } from './text/lenient.ts';
import { foldView } from './text/fold.ts';
import { type View, slice, viewOf } from './text/view.ts';

/** An output read once for all of its checks; each reading is made when first asked for. */
export class Answer {
  readonly output: string;
  readonly #made = new Map<string, unknown>();
  readonly #fields = new WeakMap<JsonNode, Subject>();

  constructor(output: string) {
    this.output = output;
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  /** The JSON answer, wherever it stands; strictly, the output must be nothing else. */
  json(strict: boolean): JsonNode | undefined {
    return this.#once(`json ${strict}`, () =>
      strict ? wholeJson(this.output) : (this.json(true) ?? findJson(this.output)),
    );
  }

  /** A value in the JSON answer as a subject of checks. */
  field(node: JsonNode): Subject {
    const known = this.#fields.get(node) ?? new Subject(this.output, { node });
    this.#fields.set(node, known);
    return known;
  }

  /** The whole output as a subject of checks. */
  get whole(): Subject {
    return this.#once('whole', () => new Subject(this.output, { json: () => this.json(false) }));
  }
}

/** What a check looks at: the whole output, or a field of its JSON answer. */
export class Subject {
  readonly output: string;
  /** The selected field; not set for the whole output. */
  readonly node?: JsonNode;
  readonly view: View;
  #prose?: View;
  #forms?: View[];
  #wholeForms?: View[];
  #folded?: View;

  readonly #json: () => JsonNode | undefined;

  constructor(
    output: string,
    { node, json = () => undefined }: { node?: JsonNode; json?: () => JsonNode | undefined },
  ) {
    this.output = output;
    this.#json = json;
    if (node) this.node = node;
    this.view = node ? textOf(output, node) : viewOf(output);
  }

  /** The text that a person reads: of a JSON answer, the texts in it. */
  get prose(): View {
    return (this.#prose ??= this.node ? this.view : proseOf(this.output, this.#json()));
  }

  /** Forms any one of which may satisfy a check. */
  get lenient(): View[] {
    return (this.#forms ??= [...lenientForms(this.view), ...this.#extra()]);
  }

  /** Forms none of which may show what is forbidden. */
  get wholly(): View[] {
    return (this.#wholeForms ??= [...wholeForms(this.view), ...this.#extra()]);
  }

  /** The text without regard to case, accents and typography. */
  get folded(): View {
    return (this.#folded ??= foldView(this.prose, 'letters'));
  }

  /** Every character of the subject in the output, quotation marks of a field included. */
  get raw(): View {
    return this.node ? slice(viewOf(this.output), this.node.start, this.node.end) : this.view;
  }

  #extra(): View[] {
    return this.prose.text === this.view.text ? [] : [this.prose];
  }
}
