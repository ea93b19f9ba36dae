import { spawnSync } from 'node:child_process';
import { auditAnswer } from './support/audit-answer.ts';

/**
 * Asks the registry for known weaknesses of what people download with the app, and fails on serious ones. Where the
 * registry offers no audits, as many mirrors do not, it says so and decides nothing.
 */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  timeout: 60_000,
});
const answer = auditAnswer(stdout ?? '');
if (answer.kind === 'not asked') {
  console.log(`— audit: could not be asked (${answer.why}); nothing is known, good or bad`);
} else if (answer.serious.length > 0) {
  console.log(`— audit: known serious weaknesses in ${answer.serious.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(`— audit: no serious weakness known; ${answer.others} lesser`);
}
