declare module 'virtual:candor/catalogue' {
  const catalogue: import('#core/exercises/exercise.ts').CatalogueEntry[];
  export default catalogue;
}

declare module 'virtual:candor/exercises' {
  const exercises: Record<string, () => Promise<{ default: import('#core/exercises/exercise.ts').ExerciseBundle }>>;
  export default exercises;
}
