// The command palette: Ctrl+K or Cmd+K opens it, and "/" goes to the search box. The search page does the same without it.
const REST_MS = 120; // between the last letter and the question
const TEXT_FIELDS = "input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]";

export function openPalette() {
  const dialog = document.querySelector("dialog[data-palette]");
  if (!dialog) return;
  document.addEventListener("keydown", (event) => chooseShortcut(event, dialog));
  dialog.querySelector("input").addEventListener("input", () => askSoon(dialog));
  dialog.querySelector("[data-palette-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => move(event, dialog));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  markStatus(dialog);
}

function chooseShortcut(event, dialog) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    open(dialog);
  }
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key !== "/" || !isPlain || event.target.closest(TEXT_FIELDS) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  const box = document.querySelector("[data-search-box]");
  if (box?.checkVisibility()) box.select();
  else open(dialog);
}

function open(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  ask(dialog);
}

// A region that stands in the page before its words change is read aloud when they do.
function markStatus(dialog) {
  const status = document.createElement("p");
  status.className = "palette__status";
  status.setAttribute("role", "status");
  dialog.querySelector("[data-palette-hits]").before(status);
}

let waiting = 0;
let question = null;

function askSoon(dialog) {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => ask(dialog), REST_MS);
}

async function ask(dialog) {
  question?.abort();
  question = new AbortController();
  const address = `${dialog.dataset.palette}?part=1&q=${encodeURIComponent(dialog.querySelector("input").value)}`;
  try {
    const answer = await fetch(address, { signal: question.signal, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    show(dialog, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name === "AbortError") return;
    say(dialog, dialog.dataset.failed);
    dialog.querySelector("[data-palette-hits]").replaceChildren();
  }
}

function show(dialog, answer) {
  const status = answer.querySelector("[data-hits-status]");
  say(dialog, status.textContent);
  status.remove();
  dialog.querySelector("[data-palette-hits]").replaceChildren(...answer.body.childNodes);
}

function say(dialog, words) {
  dialog.querySelector(".palette__status").textContent = words;
}

function move(event, dialog) {
  const input = dialog.querySelector("input");
  const stops = [input, ...dialog.querySelectorAll("[data-palette-hits] a")];
  const here = stops.indexOf(document.activeElement);
  const target = { ArrowDown: stops[(here + 1) % stops.length], ArrowUp: stops.at(here - 1) }[event.key];
  if (target && here >= 0) {
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && document.activeElement === input) {
    openFirst(event, stops[1]);
  } else if (event.key.length === 1 && here > 0 && !event.ctrlKey && !event.metaKey && event.key !== " ") {
    input.focus(); // typing goes on where it stopped
  }
}

// Enter takes the first hit; with none, the form goes to the search page.
function openFirst(event, first) {
  if (!first) return;
  event.preventDefault();
  first.click();
}
