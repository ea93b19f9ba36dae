/**
 * Runs inside QuickJS before the answer's code, and keeps to itself the built-ins it will need, so that whatever the answer
 * does to its world, results are read with the genuine ones. It sees arguments, never what is expected of them.
 *
 * `call` gives a JSON text: `{"value": …}`, `{"threw": "message"}` or `{"promise": true}`; after the pending jobs have run,
 * `settled` gives the first two, or `{"pending": true}`. What JSON cannot say stands as `{"<odd key>": "NaN"}`.
 */
export const harness = (oddKey: string) => `(() => {
  'use strict';
  const { parse, stringify } = JSON;
  const { apply } = Reflect;
  const { create } = Object;
  const { isFinite } = Number;
  const show = String;
  const cut = String.prototype.slice;
  const describe = Object.prototype.toString;
  const NativePromise = Promise;
  const { then } = Promise.prototype;
  const odd = (name) => { const marked = create(null); marked[${JSON.stringify(oddKey)}] = name; return marked; };
  const plain = (key, value) => {
    switch (typeof value) {
      case 'number': return isFinite(value) ? value : odd(show(value));
      case 'undefined': return key === '' ? odd('undefined') : undefined;
      case 'bigint': return odd(show(value) + 'n');
      case 'function': case 'symbol': return odd(typeof value);
      case 'object': {
        if (value === null) return null;
        const kind = apply(describe, value, []);
        return kind === '[object Map]' || kind === '[object Set]' ? odd(apply(cut, kind, [8, -1])) : value;
      }
      default: return value;
    }
  };
  const said = (name, text) => '{"' + name + '":' + text + '}';
  const valued = (value) => said('value', stringify(value, plain));
  const threw = (error) => {
    let message = '';
    try {
      message = typeof error === 'object' && error !== null ? show(error.name) + ': ' + show(error.message) : show(error);
    } catch {}
    return said('threw', stringify(apply(cut, message, [0, 300])));
  };
  let last = '{"pending":true}';
  const call = (subject, given) => {
    last = '{"pending":true}';
    try {
      const value = apply(subject, undefined, parse(given));
      if (!(value instanceof NativePromise)) return valued(value);
      apply(then, value, [
        (settled) => { try { last = valued(settled); } catch (error) { last = threw(error); } },
        (error) => { last = threw(error); },
      ]);
      return '{"promise":true}';
    } catch (error) {
      return threw(error);
    }
  };
  const silent = () => {};
  globalThis.console = { log: silent, info: silent, warn: silent, error: silent, debug: silent, table: silent, assert: silent };
  globalThis.module = { exports: {} };
  globalThis.exports = globalThis.module.exports;
  globalThis.structuredClone = (value) => parse(stringify(value));
  return { call, settled: () => last };
})()`;
