/** What the board uses of MiniSearch, for the check of types; no browser loads this. */

interface Options<Document> {
  fields: (keyof Document)[];
  storeFields: (keyof Document)[];
  searchOptions: { fuzzy: number };
}

export default class MiniSearch<Document extends { id: number }> {
  constructor(options: Options<Document>);
  addAll(documents: Document[]): void;
  search(query: string): (Document & { score: number })[];
}
