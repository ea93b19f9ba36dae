import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.ts';

/** Larger than any prompt that makes sense here, and small enough to hold many of them. */
export const mostBytes = 8 * 1024 * 1024;

/** Reads the body of a request as text, whole, so that no character is cut where the network cut it. */
export async function readBody(request: IncomingMessage, most = mostBytes): Promise<string> {
  const tooLarge = () => {
    request.resume(); // what still comes is let by, so that the client gets to read the answer
    return new ApiError(413, `The body of the request is too large: at most ${most} bytes are read.`, {
      code: 'request_too_large',
      headers: { Connection: 'close' },
    });
  };
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ApiError(400, 'The body of the request is not valid UTF-8.');
  }
}
