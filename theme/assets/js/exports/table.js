/** Tables for spreadsheets (RFC 4180). */

/** @param {string[][]} rows the first holds the names of the columns */
export function writeTable(rows) {
  // Excel takes a file without this mark for one in the machine's own encoding.
  return `\uFEFF${rows.map((row) => `${row.map(escapeCell).join(",")}\r\n`).join("")}`;
}

/** @param {string} text what a spreadsheet would take for a formula is made text by an apostrophe */
function escapeCell(text) {
  const safe = /^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
