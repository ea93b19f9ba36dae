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
