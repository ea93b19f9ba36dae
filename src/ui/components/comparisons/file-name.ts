/** A file name that every system takes, from a title. */
export function fileName(title: string, otherwise: string, ending: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `candor-${plain || otherwise}.${ending}`;
}
