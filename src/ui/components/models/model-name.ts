interface Named {
  id: string;
  name?: { model: string; connection: string };
}

/** What a model is called where its connection stands beside it, or matters less. */
export function modelName({ id, name }: Named): string {
  return name?.model ?? id;
}
