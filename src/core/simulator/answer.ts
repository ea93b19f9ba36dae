import type { Language } from '#core/language/language.ts';
import type { SimulatedCompletion, SimulatedRequest } from './completion.ts';
import type { Decision, ReadInstruction } from './explanation.ts';
import { standsIn } from './knowledge/anchors.ts';
import { aboutOf } from './knowledge/about.ts';
import { generalContent } from './knowledge/general.ts';
import { recognise } from './knowledge/recognise.ts';
import { topicOf } from './knowledge/topic.ts';
import { paramsOf } from './reading-params.ts';
import type { Reading } from './reading/reading.ts';
import { decideAtoms } from './temperament/atoms.ts';
import { fateOf, type Fate } from './temperament/fate.ts';
import { weighNeeds } from './temperament/needs.ts';
import { weighInstructions, type Wish } from './temperament/obey.ts';
import { valueFinder } from './temperament/values.ts';
import { cutOff } from './writing/cut-off.ts';
import { locate } from './writing/locate.ts';
import { planAnswer } from './writing/plan.ts';
import type { Content } from './writing/content.ts';
import { write } from './writing/write.ts';

/** Answers as the simulated model would, from what it understood of the request. */
export function answer(reading: Reading, request: SimulatedRequest): SimulatedCompletion {
  const recognised = recognise(request.messages, request.knowledge);
  const about = recognised ? `${recognised.knowledge.exercise}/${recognised.case}` : aboutOf(reading, request.messages);
  const fate = fateOf(request, about);
  const { wishes, decisions } = weighInstructions(reading, fate);
  const language = languageOf(reading, wishes);
  const instructions: ReadInstruction[] = reading.instructions
    .filter((one) => one.source !== 'example')
    .map((one) => ({ id: one.id, span: one.span, kind: one.request.kind, params: paramsOf(one.request) }));
  const content = contentOf(reading, request, recognised, language, fate, decisions, instructions);
  const planned = planAnswer(reading, wishes, content, language, fate);
  decisions.push(...planned.decisions);
  const pieces = write(content, planned.plan, fate);
  const { text, finishReason } = cutOff(pieces, request.parameters);
  return {
    text,
    finishReason,
    explanation: {
      ...(recognised ? { recognised: { exercise: recognised.knowledge.exercise, case: recognised.case } } : {}),
      instructions,
      unread: reading.unread,
      decisions: locate(decisions, pieces, text.length),
    },
  };
}

function contentOf(
  reading: Reading,
  request: SimulatedRequest,
  recognised: ReturnType<typeof recognise>,
  language: Language,
  fate: Fate,
  decisions: Decision[],
  instructions: ReadInstruction[],
): Content {
  const lookUp = valueFinder(reading, fate, decisions);
  const atoms = recognised?.knowledge.simulation.cases[recognised.case]?.atoms;
  if (recognised && atoms) {
    const { simulation } = recognised.knowledge;
    const needs = weighNeeds(reading, simulation.needs, fate);
    instructions.push(...needs.instructions);
    decisions.push(...needs.decisions);
    const decided = decideAtoms(atoms, {
      reading,
      needs,
      stands: standsIn(request.messages),
      fate,
      size: request.size,
      language,
    });
    decisions.push(...decided.decisions);
    if (decided.facts.length > 0) {
      return {
        facts: decided.facts,
        fields: simulation.fields,
        usualForm: simulation.usualForm,
        topic: topicOf(reading),
        general: false,
        lookUp,
      };
    }
  }
  const question = request.messages.at(-1)?.content ?? '';
  const general = generalContent(reading, question, language, fate);
  decisions.push(...general.decisions);
  const fields = recognised?.knowledge.simulation.fields ?? general.matter.fields;
  return { ...general.matter, fields, lookUp };
}

/** The language asked for; else that of the instructions. */
function languageOf(reading: Reading, wishes: readonly Wish[]): Language {
  for (const wish of wishes) {
    if (wish.request.kind !== 'language' || wish.polarity === -1) continue;
    const asked = wish.request.language === 'fr' ? 'fr' : 'en';
    return wish.kept ? asked : reading.language;
  }
  return reading.language;
}
