import { facetValues, type CatalogueFilter, type Facet } from '#core/exercises/browse.ts';

const facets = Object.keys(facetValues) as Facet[];

/** Reads the filter from the query part of a route; values that no exercise could have are passed over. */
export function filterFrom(query: string | undefined): CatalogueFilter {
  const asked = new URLSearchParams(query ?? '');
  const filter: CatalogueFilter = {};
  const text = asked.get('q');
  if (text) filter.text = text;
  for (const facet of facets) {
    const value = (facetValues[facet] as readonly string[]).find((known) => known === asked.get(facet));
    if (value) Object.assign(filter, { [facet]: value });
  }
  return filter;
}

/** Route of the catalogue under a filter, without the leading `#`. */
export function addressOf(filter: CatalogueFilter): string {
  const asked = new URLSearchParams();
  if (filter.text) asked.set('q', filter.text);
  for (const facet of facets) {
    const value = filter[facet];
    if (value) asked.set(facet, value);
  }
  const query = asked.toString();
  return query ? `/?${query}` : '/';
}
