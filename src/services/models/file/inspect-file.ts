import { estimateMemory, judgeMemory, suggestContext } from '#core/models/gguf-memory.ts';
import { readGguf, type GgufProblem, type GgufReading } from '#core/models/gguf.ts';
import type { FileInspection, ThreadOffer } from '#core/models/local-models.ts';

/** The device as browsers describe it; tests hand in their own. */
export interface Device {
  memoryInGigabytes?: number;
  cores: number;
  /** Only then may threads share memory. */
  isolated: boolean;
}

export function thisDevice(): Device {
  const { deviceMemory, hardwareConcurrency } = navigator as Navigator & { deviceMemory?: number };
  return {
    ...(deviceMemory === undefined ? {} : { memoryInGigabytes: deviceMemory }),
    cores: hardwareConcurrency || 1,
    isolated: globalThis.crossOriginIsolated === true,
  };
}

/** More threads than this wait for each other more than they help. */
const mostThreads = 8;

function threadsOf({ cores, isolated }: Device): ThreadOffer {
  const most = isolated ? Math.max(1, Math.min(cores, mostThreads)) : 1;
  // one core is left to the page, and half of what is reported are often not cores of their own
  return { isolated, most, suggested: Math.max(1, Math.min(most, Math.floor(cores / 2))) };
}

const firstRead = 1024 * 1024;

/** Reads as much of the file as its header takes, in few steps. */
export async function readHeader(file: Blob): Promise<GgufReading | undefined> {
  let bytes = firstRead;
  for (;;) {
    let beginning: Uint8Array;
    try {
      beginning = new Uint8Array(await file.slice(0, bytes).arrayBuffer());
    } catch {
      return undefined; // moved or deleted since it was chosen
    }
    const reading = readGguf(beginning, file.size);
    if (reading.status !== 'more') return reading;
    bytes = Math.max(bytes * 4, reading.bytes);
  }
}

/** What can be said of a file before it is loaded. */
export async function inspectFile(file: Blob, device: Device, freeInBytes?: number): Promise<FileInspection> {
  const reading = await readHeader(file);
  if (reading?.status !== 'read') return { ok: false, problem: reading ? problemOf(reading) : 'unreadable' };
  const { header } = reading;
  const contextInTokens = suggestContext(header, device.memoryInGigabytes);
  const memory = estimateMemory(header, contextInTokens);
  return {
    ok: true,
    header,
    contextInTokens,
    memory,
    verdict: judgeMemory(memory.total, device.memoryInGigabytes),
    ...(device.memoryInGigabytes === undefined ? {} : { deviceInGigabytes: device.memoryInGigabytes }),
    threads: threadsOf(device),
    ...(freeInBytes === undefined ? {} : { freeInBytes }),
  };
}

/** What is wrong with a file that was read whole and is no model. */
export function problemOf(reading: Exclude<GgufReading, { status: 'read' }>): GgufProblem {
  return reading.status === 'refused' ? reading.problem : 'damaged';
}
