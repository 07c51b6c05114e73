/** A button, wherever a script adds one. */

/**
 * @param {string} label
 * @param {() => void} act
 * @param {string} [name] class
 */
export function makeButton(label, act, name = "jb-button") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.textContent = label;
  button.addEventListener("click", act);
  return button;
}
