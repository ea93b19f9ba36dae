import type { Request } from '../reading/reading.ts';
import { lapseInLength } from './lapse-in-length.ts';

/**
 * What a model does that had an instruction in mind and did not keep it: a request near the one that was made, which
 * the writer then keeps. Undefined where the usual violation is to leave it out. IFEval's published responses fail so:
 * lengths are off by a little more often than by much, one of several parts is missing, a mark is another one, a
 * sentence stands elsewhere.
 *
 * @param draw how far it goes, from 0 (nearly kept) to 1 (as if never read)
 */
export function lapseOf(request: Request, draw: number): Request | undefined {
  switch (request.kind) {
    case 'count':
      return lapseInLength(request, draw);
    case 'include':
      return lapseInWords(request, draw);
    case 'letter':
      return { ...request, ...lapseInTally(request, draw) };
    case 'capitals':
      return { kind: 'capitals', ...lapseInTally(request, draw) };
    case 'highlight':
    case 'placeholder':
      return request.count > 1 && request.op !== '<=' && draw < 0.7 ? fewer(request) : undefined;
    case 'title':
      return request.brackets !== undefined && request.brackets !== '#' && draw < 0.6
        ? { kind: 'title', brackets: '#' }
        : undefined;
    case 'sections':
      if (draw >= 0.5) return undefined;
      if (request.names.length > 1) return { ...request, names: request.names.slice(0, -1) };
      return (request.count ?? 0) > 1 ? { ...request, count: request.count! - 1 } : undefined;
    case 'separator':
      return draw < 0.5 ? { kind: 'separator', text: request.text === '---' ? '***' : '---' } : undefined;
    case 'versions':
      return draw < 0.4 && request.separator !== undefined
        ? { ...request, separator: request.separator === '---' ? '***' : '---' }
        : undefined;
    case 'start':
      // The word opens the wrong paragraph.
      return request.scope.which === 'nth' && draw < 0.5
        ? { ...request, scope: { ...request.scope, n: Math.max(1, (request.scope.n ?? 1) - 1) } }
        : undefined;
    case 'end':
      // The sentence is there, and something comes after it.
      return request.scope.which === 'all' && draw < 0.5
        ? { kind: 'include', texts: [request.text], scope: request.scope }
        : undefined;
    default:
      return undefined;
  }
}

/**
 * A tally of letters or of words in capitals. Any text has some of both, so that leaving the request out would often
 * meet a small least: the answers that miss it have fewer.
 */
function lapseInTally({ op, value }: { op: string; value: number }, draw: number): { op: '<=' | '>='; value: number } {
  if (op === '<=' || value < 1 || (op === '=' && draw < 0.4))
    return { op: '>=', value: value + 1 + Math.floor(draw * 3) };
  return { op: '<=', value: Math.max(0, value - 1 - Math.floor(draw * draw * (value - 1) * 0.5)) };
}

function fewer<One extends { count: number }>(request: One): One {
  return { ...request, count: request.count - 1 };
}

/** One of several words is missing; a word comes once too seldom or once too often. */
function lapseInWords(request: Extract<Request, { kind: 'include' }>, draw: number): Request | undefined {
  const { times, op, texts } = request;
  if (times === undefined)
    return texts.length > 1 && draw < 0.8 ? { ...request, texts: texts.slice(0, -1) } : undefined;
  if (op === '<=') return { ...request, op: '>=', times: times + 1 + Math.floor(draw * 2) };
  if (op === '=' && draw < 0.3) return { ...request, times: times + 1 };
  return times > 1 ? { ...request, op: '=', times: Math.max(1, times - 1 - Math.floor(draw * 2)) } : undefined;
}
