import type { Simulation } from '#core/exercises/simulation.ts';
import { read } from '#core/simulator/reading/read.ts';
import type { Reading } from '#core/simulator/reading/reading.ts';
import { fateOf } from '#core/simulator/temperament/fate.ts';
import { weighNeeds } from '#core/simulator/temperament/needs.ts';

const fate = fateOf({ seed: 0, size: 'medium', sample: 0, parameters: {}, temperament: 'off' }, 'needs');
const readings = new Map<string, Reading>();

/** Whether the simulated model finds a need stated in a sentence, by the whole way that a prompt goes. */
export function states(need: Simulation['needs'][string], sentence: string): boolean {
  const reading = readings.get(sentence) ?? read([{ role: 'user', content: sentence }]);
  readings.set(sentence, reading);
  return weighNeeds(reading, { need }, fate).met.has('need');
}
