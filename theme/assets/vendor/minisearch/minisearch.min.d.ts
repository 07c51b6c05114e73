/** What the board uses of MiniSearch, for the check of types; no browser loads this. */

interface Options {
  fields: string[];
  searchOptions: { boost: Record<string, number>; prefix: boolean; fuzzy: number; combineWith: "AND" | "OR" };
}

export default class MiniSearch<Document extends { id: number }> {
  constructor(options: Options);
  addAll(documents: Document[]): void;
  search(query: string): { id: number; score: number }[];
}
