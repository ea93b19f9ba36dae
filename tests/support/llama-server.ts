/**
 * llama.cpp, run natively, behind the few routes of a server that speaks chat completions: node-llama-cpp brings the
 * engine and no server. `tsx tests/support/llama-server.ts <folder with node-llama-cpp> <model.gguf>` prints its address.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

/** The part of node-llama-cpp that is used; it is no dependency, so its own types are not here. */
interface LlamaPackage {
  getLlama(options: { gpu: false; build: 'never'; logLevel: 'error' }): Promise<{
    loadModel(options: { modelPath: string }): Promise<LlamaModel>;
  }>;
  resolveChatWrapper(model: LlamaModel): object;
  LlamaChatSession: new (options: { contextSequence: LlamaSequence; chatWrapper: object }) => {
    setChatHistory(history: object[]): void;
    promptWithMeta(text: string, options: object): Promise<{ stopReason: string }>;
    dispose(): void;
  };
}
interface LlamaModel {
  createContext(options: object): Promise<LlamaContext>;
}
interface LlamaContext {
  getSequence(): LlamaSequence;
}
interface LlamaSequence {
  tokenMeter: { usedInputTokens: number; usedOutputTokens: number };
  clearHistory(): Promise<void>;
}

interface Body {
  model: string;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  seed?: number;
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  stop?: string[];
}

const [folder, modelPath] = process.argv.slice(2) as [string, string];
const found = createRequire(join(folder, 'package.json')).resolve('node-llama-cpp');
const { getLlama, resolveChatWrapper, LlamaChatSession } = (await import(pathToFileURL(found).href)) as LlamaPackage;
const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error' });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: 512, threads: 1 });
const sequence = context.getSequence();
const chatWrapper = resolveChatWrapper(model); // finds out what the template can do, which takes seconds

let turn: Promise<unknown> = Promise.resolve();
const server = createServer(async (request, response) => {
  if (request.url === '/v1/models') return json(response, 200, { object: 'list', data: [{ id: 'tiny' }] });
  const body = JSON.parse(await text(request)) as Body;
  if (body.model !== 'tiny')
    return json(response, 404, { error: { message: 'no such model', code: 'model_not_found' } });
  turn = turn.then(() => answer(body, response)).catch((error: unknown) => response.destroy(error as Error));
});

async function answer({ messages, ...body }: Body, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  if (response.destroyed) return;
  await sequence.clearHistory();
  const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter;
  const session = new LlamaChatSession({ contextSequence: sequence, chatWrapper });
  session.setChatHistory(
    messages
      .slice(0, -1)
      .map(({ role, content }) =>
        role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content },
      ),
  );
  const send = (chunk: object | string) =>
    response.write(`data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const { stopReason } = await session.promptWithMeta(messages.at(-1)!.content, {
    signal: gone.signal,
    stopOnAbortSignal: true,
    maxTokens: body.max_completion_tokens ?? body.max_tokens ?? 60,
    seed: body.seed,
    temperature: body.temperature ?? 0.8,
    customStopTriggers: body.stop,
    onTextChunk: (content: string) =>
      send({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] }),
  });
  session.dispose();
  const { tokenMeter } = sequence;
  const finish_reason = stopReason === 'maxTokens' ? 'length' : 'stop';
  send({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: {}, finish_reason }] });
  const usage = {
    prompt_tokens: tokenMeter.usedInputTokens - usedInputTokens,
    completion_tokens: tokenMeter.usedOutputTokens - usedOutputTokens,
  };
  send({ object: 'chat.completion.chunk', choices: [], usage });
  send('[DONE]');
  response.end();
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
