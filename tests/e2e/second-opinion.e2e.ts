import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { faultsOf } from './support/axe.ts';
import { ComparePage } from './support/compare-page.ts';
import { ModelsPage } from './support/models-page.ts';
import { expect, test } from './support/test.ts';

const exercise = 'support/refund-outside-policy';

/** A server whose model judges; what it says of the first order and of the other is the test's. */
class JudgingServer {
  verdicts: string[] = [];
  readonly asked: string[] = [];
  #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*');
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      if (request.url?.endsWith('/models')) {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        return void response.end(JSON.stringify({ object: 'list', data: [{ id: 'judge' }] }));
      }
      const { messages } = JSON.parse(await text(request)) as { messages: { content: string }[] };
      const whole = messages.map(({ content }) => content).join('\n');
      const judging = whole.includes('VERDICT');
      if (judging) this.asked.push(whole);
      const said = judging ? ['It says why.', `\nVERDICT: ${this.verdicts.shift()}`] : ['One, ', 'two.'];
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const send = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`);
      for (const content of said) send({ choices: [{ index: 0, delta: { content } }] });
      send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
      send({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 9, total_tokens: 18 } });
      response.end('data: [DONE]\n\n');
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const server = new JudgingServer();
test.beforeAll(() => server.start());
test.afterAll(() => server.stop());

test('a real model gives a second opinion, in both orders; it stays beside the grade and changes nothing of it', async ({
  page,
  candor,
  guard,
}) => {
  test.slow();
  guard.excuse((fault) => fault.startsWith('request:') && fault.includes(` ${server.origin}/`));
  await candor.open(exercise);
  await candor.run();
  const score = await candor.score();
  await expect(candor.answers.getByRole('button', { name: /^Second opinion/ })).toHaveCount(0); // there is no real model

  const models = new ModelsPage(page);
  await models.open();
  await models.add('My judge', `${server.origin}/v1`, 'judge');
  await candor.open(exercise);
  const answer = candor.answers.getByRole('article').first();
  const button = answer.getByRole('button', { name: /^Second opinion/ });

  server.verdicts = ['PASS', 'PASS'];
  await button.click();
  const form = answer.getByRole('form');
  await expect(form.getByLabel('What a good answer does')).toHaveValue(/^- .+/);
  await expect(form).toContainText(/2 calls, about [\d,]+ tokens sent/);
  await expect(form).toContainText(`go to ${server.origin.slice('http://'.length)}`);
  expect(await faultsOf(page)).toEqual([]);
  await form.getByLabel('What a good answer does').fill('Refuses politely.');
  await form.getByRole('button', { name: 'Ask for it' }).click();
  await expect(answer.getByText('Does what was asked for.', { exact: true })).toBeVisible();
  await expect(answer.getByText('of judge, not part of the grade')).toBeVisible();
  expect(server.asked).toHaveLength(2);
  expect(server.asked.every((asked) => asked.includes('Refuses politely.'))).toBe(true);

  server.verdicts = ['PASS', 'FAIL'];
  await button.click();
  await form.getByRole('button', { name: 'Ask for it' }).click();
  await expect(answer.getByText('Undecided: asked twice, it did not say the same.')).toBeVisible();

  await page.reload();
  await expect(answer.getByText('Does what was asked for.', { exact: true })).toBeVisible();
  await expect(answer.getByText('Undecided: asked twice, it did not say the same.')).toBeVisible();
  expect(await candor.score()).toBe(score);
});

test('of two answers side by side a real model says which is better, only where both orders agree', async ({
  page,
  guard,
}) => {
  test.slow();
  guard.excuse((fault) => fault.startsWith('request:') && fault.includes(` ${server.origin}/`));
  server.asked.length = 0;
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${exercise}`);
  await compare.write('B', 'Answer this in one friendly sentence: {{email}}');
  await compare.run();
  const button = page.getByRole('button', { name: 'Second opinion on: Pane A and Pane B' });
  await expect(page.getByText(/^first token/)).toHaveCount(2);
  await expect(button).toHaveCount(0); // there is no real model
  await compare.saved();
  const address = page.url();
  const figures = await compare
    .pane('A')
    .getByText(/^first token/)
    .innerText();

  const models = new ModelsPage(page);
  await models.open();
  await models.add('My judge', `${server.origin}/v1`, 'judge');
  await page.goto(address);
  // It says of each order which stands first in it: to agree with itself it has to change its word.
  server.verdicts = ['SECOND', 'FIRST'];
  await button.click();
  const form = page.getByRole('form', { name: 'Second opinion on: Pane A and Pane B' });
  await expect(form.getByLabel('What the better answer does better')).toHaveValue(/^- .+/);
  await expect(form).toContainText('neither prompt');
  for (const language of ['Français', 'English']) {
    await page.getByRole('button', { name: language }).click();
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.getByRole('textbox', { name: 'What the better answer does better' }).fill('Says no kindly.');
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await expect(page.getByText('Pane B is better.', { exact: true })).toBeVisible();
  await expect(page.getByText('of judge, not part of the grade')).toBeVisible();
  expect(server.asked).toHaveLength(2);
  expect(server.asked.every((asked) => asked.includes('Says no kindly.') && !asked.includes('{{'))).toBe(true);

  server.verdicts = ['FIRST', 'FIRST'];
  await button.click();
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await expect(page.getByText('Undecided: asked twice, it did not say the same.')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Pane B is better.', { exact: true })).toBeVisible();
  await expect(page.getByText('Undecided: asked twice, it did not say the same.')).toBeVisible();
  expect(
    await compare
      .pane('A')
      .getByText(/^first token/)
      .innerText(),
  ).toBe(figures);

  await compare.run(); // other answers: what was said of the earlier ones does not stand beside them
  await expect(page.getByText('Pane B is better.', { exact: true })).toHaveCount(0);
});
