import { expect, test } from 'vitest';
import { policyFor } from './content-security-policy.ts';

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

test('requests may go to any server by https, and by http to this device alone', () => {
  expect(directive(policyFor(undefined), 'connect-src')).toBe("'self' https: http://127.0.0.1:* http://localhost:*");
});

test('a copy can be narrowed to some servers, or to none', () => {
  expect(directive(policyFor('https://llm.example.org http://192.168.1.5:8000'), 'connect-src')).toBe(
    "'self' https://llm.example.org http://192.168.1.5:8000",
  );
  expect(directive(policyFor(''), 'connect-src')).toBe("'self'");
});

test.each(["https://a.example; script-src 'unsafe-inline'", '*', 'llm.example.org', "'unsafe-eval'", 'https://a/b'])(
  'what is no origin stops the build: %s',
  (connect) => expect(() => policyFor(connect)).toThrow('CANDOR_CONNECT'),
);

test('no script can be made from text, whatever requests may go', () => {
  for (const connect of [undefined, '', 'https://llm.example.org']) {
    expect(directive(policyFor(connect), 'script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(directive(policyFor(connect), 'default-src')).toBe("'none'");
    expect(directive(policyFor(connect), 'require-trusted-types-for')).toBe("'script'");
    expect(directive(policyFor(connect), 'trusted-types')).toBe('svelte-trusted-html candor-markdown default');
  }
});
