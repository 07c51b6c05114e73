/** Tables for spreadsheets (RFC 4180). */

/** @param {string[][]} rows the first holds the names of the columns */
export function writeTable(rows) {
  // Excel takes a file without this mark for one in the machine's own encoding.
  return `\uFEFF${rows.map((row) => `${row.map(escapeCell).join(",")}\r\n`).join("")}`;
}

/**
 * @param {string} text what a spreadsheet would take for a formula is made text by an apostrophe, also behind the
 *   semicolon that begins a cell where a comma belongs to numbers
 */
function escapeCell(text) {
  const safe = text.replace(/(^|;\s*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫\t\r])/g, "$1'");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
