/**
 * Arrow keys through the rows of the catalogue: down from the search field into the list, up from the first row back to
 * it, Home and End within. Rows stay ordinary links, so Enter, Tab and opening in a new tab work as everywhere.
 */
export function moveThroughRows(event: KeyboardEvent, page: HTMLElement, search: HTMLElement | undefined): void {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rows.indexOf(document.activeElement as HTMLElement);
  const inSearch = document.activeElement === search;
  const nowhere = document.activeElement === document.body || document.activeElement?.id === 'content';
  if (here < 0 && !inSearch && !nowhere) return;

  let target: HTMLElement | undefined;
  if (event.key === 'ArrowDown') target = rows[here + 1];
  else if (event.key === 'ArrowUp' && here >= 0) target = here === 0 ? search : rows[here - 1];
  else if (event.key === 'Home' && here >= 0) target = rows[0];
  else if (event.key === 'End' && here >= 0) target = rows.at(-1);
  if (!target) return;
  event.preventDefault();
  target.focus();
}
