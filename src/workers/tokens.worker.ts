import { countWith } from '#services/models/encodings.ts';
import type { WorkerReply, WorkerRequest } from './protocol.ts';
import type { TokenJobs } from './tokens-protocol.ts';

/** The door to exact counts: the vocabularies are large, and long texts take longer than a page may stand still. */
self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest<TokenJobs>>) => {
  const reply = (answer: WorkerReply<TokenJobs>) => self.postMessage(answer);
  countWith(data.input.encoding, data.input.texts).then(
    (output) => reply({ id: data.id, ok: true, output }),
    (error: unknown) => reply({ id: data.id, ok: false, detail: String(error) }),
  );
});
