/** Addresses of feeds and calendars on the page: shown, copied, and opened in a calendar program. */

/**
 * An element with properties and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} properties
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/**
 * The same address for programs that subscribe to a calendar when they are given it.
 * @param {URL} address
 */
export function webcal(address) {
  return `webcal://${address.host}${address.pathname}`;
}

/**
 * A button that copies; nothing where the browser lets no page write to the clipboard.
 * @param {() => string} read
 * @param {string} label
 * @param {string} [name] for those who do not see what stands beside it
 */
export function copyButton(read, label, name) {
  if (!navigator.clipboard) return "";
  const button = make("button", { type: "button", textContent: label });
  if (name) button.ariaLabel = name;
  button.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard.writeText(read()).then(() => true, () => false);
    button.textContent = isCopied ? "Copied" : "Not copied";
    if (name) button.ariaLabel = `${button.textContent}: ${name}`;
    setTimeout(() => {
      button.textContent = label;
      if (name) button.ariaLabel = name;
    }, 2000);
  });
  return button;
}

/**
 * One address of a feed, with what can be done with it.
 * @param {string} format
 * @param {URL} address
 * @param {string} feed what it carries
 */
export function addressRow(format, address, feed) {
  const row = make(
    "li",
    {},
    make("span", { className: "jb-finder__format", textContent: format }),
    make("a", { href: address.href, textContent: address.href }),
  );
  const buttons = make("span", { className: "jb-finder__buttons" }, copyButton(() => address.href, "Copy", `Copy the ${format} address of ${feed}`));
  if (address.pathname.endsWith(".ics")) {
    buttons.prepend(make("a", { href: webcal(address), textContent: "Open", ariaLabel: `Open the calendar of ${feed} in a calendar program` }), " ");
  }
  row.append(buttons);
  return row;
}
