import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.ts';

/** Larger than any prompt that makes sense here, and small enough to hold many of them. */
const mostBytes = 8 * 1024 * 1024;

/** So much is let by unread, because clients read no answer while they still send; who sends more is cut off. */
const mostLetBy = 8 * mostBytes;

/** Reads the body of a request as text, whole, so that no character is cut where the network cut it. */
export async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > mostLetBy) throw tooLarge('close');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostLetBy) throw tooLarge('close');
    if (bytes > mostBytes) chunks.length = 0;
    else chunks.push(chunk as Buffer);
  }
  if (bytes > mostBytes) throw tooLarge('keep-alive');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ApiError(400, 'The body of the request is not valid UTF-8.');
  }
}

function tooLarge(connection: 'close' | 'keep-alive'): ApiError {
  return new ApiError(413, `The body of the request is too large: at most ${mostBytes} bytes are read.`, {
    code: 'request_too_large',
    headers: { Connection: connection },
  });
}
