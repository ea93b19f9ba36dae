import * as v from 'valibot';

/** What a registry answered when it was asked for known weaknesses of the dependencies. */
export type AuditAnswer =
  | { kind: 'asked'; serious: string[]; others: number }
  /** It offers no audit, or could not be reached: nothing is known, good or bad. */
  | { kind: 'not asked'; why: string };

const ReportSchema = v.object({
  auditReportVersion: v.literal(2),
  vulnerabilities: v.record(v.string(), v.object({ severity: v.string() })),
});
const FailureSchema = v.object({ message: v.string() });

/** Reads what `npm audit --json` printed. Whatever is no report counts as not asked, never as a good answer. */
export function auditAnswer(printed: string): AuditAnswer {
  let value: unknown;
  try {
    value = JSON.parse(printed);
  } catch {
    return { kind: 'not asked', why: 'npm audit printed no report' };
  }
  const report = v.safeParse(ReportSchema, value);
  if (!report.success) {
    const failure = v.safeParse(FailureSchema, value);
    return { kind: 'not asked', why: failure.success ? failure.output.message : 'npm audit printed no report' };
  }
  const all = Object.entries(report.output.vulnerabilities);
  const serious = all.flatMap(([name, { severity }]) =>
    /^(high|critical)$/.test(severity) ? [`${name} (${severity})`] : [],
  );
  return { kind: 'asked', serious, others: all.length - serious.length };
}
