import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { CodeRunner } from '#core/sandbox/code-job.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { holdLifeline } from './lifeline.ts';
import type { GradedExercise, Job, Jobs, WorkerReply, WorkerRequest } from './protocol.ts';

/** The door to the simulated model and the grader, which are too heavy for the page. */

const known = new Map<string, ExerciseKnowledge>();
const studied = new Map<string, GradedExercise>();

/** Few exercises have code to run: what runs it is fetched by the first that does. */
const runner: CodeRunner = { judge: async (job) => (await import('./sandbox-client.ts')).sandbox.judge(job) };

/** Nothing can be graded before something was said: what grades is fetched by the first answer, so that none waits for it. */
const grading = async () => (await import('./grading.ts')).grading;

async function work(request: WorkerRequest): Promise<Jobs[Job]['output']> {
  switch (request.job) {
    case 'know':
      known.set(request.input.key, request.input.knowledge);
      return null;
    case 'study':
      studied.set(request.input.key, request.input.exercise);
      return null;
    case 'complete': {
      const knowledge = request.input.knowledge.map((key) => found(known, key));
      const completion = simulate({ ...request.input.request, knowledge });
      void grading().catch(() => {}); // whoever grades asks for it again, and hears why not
      return completion;
    }
    case 'grade': {
      const { case: id, sample, output, earlier } = request.input;
      const exercise = found(studied, request.input.exercise);
      const one = exercise.cases.find((candidate) => candidate.id === id);
      if (!one) throw new Error(`the exercise ${exercise.id} has no case ${id}`);
      return (await grading()).gradeWithCode({ exercise, case: one, sample, output, earlier }, runner);
    }
    case 'gradeAttempt':
      return (await grading()).gradeAttempt([...request.input.samples], request.input.threshold);
    case 'compare':
      return (await grading()).compareGrades(request.input.before, request.input.after);
  }
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the worker was not told of ${key}`);
  return value;
}

holdLifeline();
self.addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  let reply: WorkerReply;
  try {
    reply = { id: data.id, ok: true, output: await work(data) };
  } catch (error) {
    reply = { id: data.id, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
});
