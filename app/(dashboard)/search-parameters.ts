/** Parameters of an address as Next hands them to a page. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** The same as an address has them; a parameter that stands twice counts once. */
export function firstParameters(query: SearchParameters): Pick<URLSearchParams, "get"> {
  return {
    get: (name) => {
      const value = query[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    },
  };
}
