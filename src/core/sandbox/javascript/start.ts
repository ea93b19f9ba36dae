import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { limits } from '../limits.ts';

const page = 65_536;
const firstPages = 256;

/** A QuickJS of its own, started from the compiled module, in a piece of memory with an end. */
export function startQuickJs(variant: QuickJSSyncVariant, module: WebAssembly.Module): Promise<QuickJSWASMModule> {
  const wasmMemory = new WebAssembly.Memory({ initial: firstPages, maximum: limits.memoryInBytes / page });
  return newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule: module, wasmMemory }));
}
