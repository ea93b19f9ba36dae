import { listLiteral, textLiteral, type Dialect } from './literals.ts';
import { comment, type RequestBody } from './request.ts';

const python: Dialect = { join: '' };
const typescript: Dialect = { join: ' +' };

/** A program for Python with the `openai` package. */
export function toPython(body: RequestBody, address: string, about: string): string {
  const { messages, model, stop, ...numbers } = body;
  return [
    comment('#', about),
    'import os',
    '',
    'from openai import OpenAI',
    '',
    `client = OpenAI(base_url=${JSON.stringify(address)}, api_key=os.environ.get("OPENAI_API_KEY", "none"))`,
    'completion = client.chat.completions.create(',
    `    model=${textLiteral(model, '    ', python)},`,
    '    messages=[',
    ...messages.map(
      ({ role, content }) => `        {"role": "${role}", "content": ${textLiteral(content, '        ', python)}},`,
    ),
    '    ],',
    ...Object.entries(numbers).map(([name, value]) => `    ${name}=${String(value)},`),
    ...(stop ? [`    stop=${listLiteral(stop)},`] : []),
    ')',
    'print(completion.choices[0].message.content)',
    '',
  ].join('\n');
}

/** A program for TypeScript with the `openai` package. */
export function toTypeScript(body: RequestBody, address: string, about: string): string {
  const { messages, model, stop, ...numbers } = body;
  return [
    comment('//', about),
    "import OpenAI from 'openai';",
    '',
    `const client = new OpenAI({ baseURL: ${JSON.stringify(address)}, apiKey: process.env.OPENAI_API_KEY ?? 'none' });`,
    'const completion = await client.chat.completions.create({',
    `  model: ${textLiteral(model, '  ', typescript)},`,
    '  messages: [',
    ...messages.map(
      ({ role, content }) => `    { role: '${role}', content: ${textLiteral(content, '    ', typescript)} },`,
    ),
    '  ],',
    ...Object.entries(numbers).map(([name, value]) => `  ${name}: ${String(value)},`),
    ...(stop ? [`  stop: ${listLiteral(stop)},`] : []),
    '});',
    'console.log(completion.choices[0]?.message.content);',
    '',
  ].join('\n');
}
