declare module 'virtual:candor/catalogue' {
  const catalogue: import('#core/exercises/exercise.ts').CatalogueEntry[];
  export default catalogue;
}

declare module 'virtual:candor/exercises' {
  type Bundle =
    | import('#core/exercises/exercise.ts').ExerciseBundle
    | { exercise: import('#core/exercises/arbitrate.ts').ArbitrateExercise };
  const exercises: Record<string, () => Promise<{ default: Bundle }>>;
  export default exercises;
}

declare module 'virtual:candor/lessons' {
  export const contents: import('#core/lessons/lesson.ts').LessonEntry[];
  type Load = () => Promise<{ default: import('#core/lessons/lesson.ts').Lesson }>;
  export const lessons: Partial<Record<import('#core/exercises/vocabulary.ts').Skill, Load>>;
}

declare module 'virtual:candor/paths' {
  const paths: import('#core/paths/path.ts').LearningPath[];
  export default paths;
}

declare module 'virtual:candor/learnt' {
  type Load = () => Promise<{ default: import('#core/exercises/with-learnt.ts').Learnt }>;
  const learnt: Record<string, Load>;
  export default learnt;
}
