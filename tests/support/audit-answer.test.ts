import { expect, test } from 'vitest';
import { auditAnswer } from './audit-answer.ts';

const report = (vulnerabilities: Record<string, { severity: string }>) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

test('serious weaknesses are named, lesser ones counted', () => {
  const found = report({ a: { severity: 'high' }, b: { severity: 'moderate' }, c: { severity: 'critical' } });
  expect(auditAnswer(found)).toEqual({ kind: 'asked', serious: ['a (high)', 'c (critical)'], others: 1 });
  expect(auditAnswer(report({}))).toEqual({ kind: 'asked', serious: [], others: 0 });
});

test.each([
  ['a registry without audits', '{"message": "405 Method Not Allowed", "error": {}}', '405 Method Not Allowed'],
  ['no network', '', 'npm audit printed no report'],
  ['something else', '{"vulnerabilities": {}}', 'npm audit printed no report'],
])('%s is no good answer', (_, printed, why) => {
  expect(auditAnswer(printed)).toEqual({ kind: 'not asked', why });
});
