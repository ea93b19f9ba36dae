import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Value } from '#core/exercises/simulation.ts';
import { limits } from '../limits.ts';
import { harness } from './harness.ts';

/** What a call came to. */
export type CallOutcome =
  { kind: 'value'; value: Value } | { kind: 'threw'; message: string } | { kind: 'pending' } | { kind: 'too-large' };

export type FunctionOutcome =
  | { ok: true; calls: CallOutcome[] }
  | { ok: false; why: 'breaks'; message: string }
  | { ok: false; why: 'no-function' | 'steps' | 'memory' };

/** The key under which a value that JSON cannot say stands by its name: no answer uses it by accident. */
export const oddKey = '\u0000odd';

/** Runs a definition in a QuickJS of its own, then calls the function it defines with each list of arguments. */
export function runFunction(
  quickjs: QuickJSWASMModule,
  code: string,
  name: string,
  calls: readonly (readonly Value[])[],
): FunctionOutcome {
  let exhausted = false;
  try {
    const runtime = quickjs.newRuntime();
    runtime.setMemoryLimit(limits.memoryInBytes / 2);
    runtime.setMaxStackSize(limits.stackInBytes);
    let steps = 0;
    runtime.setInterruptHandler(() => (exhausted ||= ++steps > limits.javascriptSteps));
    const room = new Room(runtime.newContext());
    const defined = room.define(code, name);
    if (exhausted) return { ok: false, why: 'steps' };
    if (!defined.ok) return defined;
    const outcomes: CallOutcome[] = [];
    for (const given of calls) {
      outcomes.push(room.call(defined.subject, given, () => runtime.executePendingJobs(limits.jobs)));
      if (exhausted) return { ok: false, why: 'steps' };
    }
    return { ok: true, calls: outcomes };
  } catch {
    // Nothing is set free here: the whole instance is thrown away, whatever state it is in.
    return { ok: false, why: exhausted ? 'steps' : 'memory' };
  }
}

type Defined = { ok: true; subject: QuickJSHandle } | Extract<FunctionOutcome, { ok: false }>;

class Room {
  #context: QuickJSContext;
  #call: QuickJSHandle;
  #settled: QuickJSHandle;

  constructor(context: QuickJSContext) {
    this.#context = context;
    const tools = context.unwrapResult(context.evalCode(harness(oddKey), 'harness.js'));
    this.#call = context.getProp(tools, 'call');
    this.#settled = context.getProp(tools, 'settled');
  }

  define(code: string, name: string): Defined {
    const asModule = /^\s*(?:export|import)\b/m.test(code);
    // The name is looked up from within: what a module does not export, or declares with const, no property shows.
    const found = `typeof ${name} === 'function' ? ${name} : undefined`;
    const kept = '__found';
    const whole = asModule ? `${code}\n;globalThis.${kept} = ${found};` : code;
    const evaluated = this.#context.evalCode(whole, 'answer.js', { type: asModule ? 'module' : 'global' });
    if (evaluated.error) return { ok: false, why: 'breaks', message: this.#message(evaluated.error) };
    const places = [
      ...(asModule ? [`globalThis.${kept}`] : [found]),
      `typeof module.exports === 'function' ? module.exports : module.exports.${name}`,
    ];
    for (const place of places) {
      const subject = this.#functionAt(place);
      if (subject) return { ok: true, subject };
    }
    const standard = asModule ? this.#context.getProp(evaluated.value, 'default') : undefined;
    if (standard && this.#context.typeof(standard) === 'function') return { ok: true, subject: standard };
    return { ok: false, why: 'no-function' };
  }

  #functionAt(place: string): QuickJSHandle | undefined {
    const result = this.#context.evalCode(place, 'answer.js');
    if (result.error) return undefined;
    return this.#context.typeof(result.value) === 'function' ? result.value : undefined;
  }

  call(subject: QuickJSHandle, given: readonly Value[], runJobs: () => unknown): CallOutcome {
    const context = this.#context;
    const text = context.newString(JSON.stringify(given));
    const called = this.#read(context.callFunction(this.#call, context.undefined, subject, text));
    if (called.kind !== 'promise') return called;
    runJobs();
    const settled = this.#read(context.callFunction(this.#settled, context.undefined));
    return settled.kind === 'promise' ? { kind: 'pending' } : settled;
  }

  #read(result: ReturnType<QuickJSContext['callFunction']>): CallOutcome | { kind: 'promise' } {
    if (result.error) return { kind: 'threw', message: this.#message(result.error) };
    if (this.#context.typeof(result.value) !== 'string') return { kind: 'threw', message: '' };
    const text = this.#context.getString(result.value);
    if (text.length > limits.outputInCharacters) return { kind: 'too-large' };
    const said = JSON.parse(text) as { value?: Value; threw?: string; promise?: true; pending?: true };
    if (said.promise) return { kind: 'promise' };
    if (said.pending) return { kind: 'pending' };
    if (typeof said.threw === 'string') return { kind: 'threw', message: said.threw };
    return { kind: 'value', value: said.value ?? null };
  }

  /** The message of an error that came out of the room, whatever it is. */
  #message(error: QuickJSHandle): string {
    const read = this.#context.dump(error) as unknown;
    if (typeof read !== 'object' || read === null) return String(read).slice(0, 300);
    const { name, message } = read as { name?: unknown; message?: unknown };
    return [name, message]
      .filter((part) => typeof part === 'string')
      .join(': ')
      .slice(0, 300);
  }
}
