// Keeps what was typed in a form marked data-draft, in this tab only, through an expired session or a mistaken click.
const PREFIX = "draft:";
const SENT = "sent:";
const VERSION = "version"; // hidden, yet kept: what was typed belongs to what stood there then
const ANSWERS = "[data-error-summary], main .ds-alert[role]:not([data-message])";
const NEVER = ["password", "hidden", "file", "submit", "button"];

export function keepDrafts() {
  dropSaved();
  for (const form of document.querySelectorAll("form[data-draft]")) keep(form);
  for (const form of document.querySelectorAll("form[data-sign-out]")) {
    form.addEventListener("submit", forgetAll);
  }
}

// Whoever signs out leaves nothing behind for the next person at the computer.
function forgetAll() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) || key.startsWith(SENT)) sessionStorage.removeItem(key);
  }
}

// The server has it when it says so, or when it led on from the form to another page of the desk.
// Sign-in and error pages are no part of the desk: there the copy is still needed.
function dropSaved() {
  const said = document.querySelector("[data-message=success]");
  const onDesk = document.body.classList.contains("desk");
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(SENT)) continue;
    const draft = key.slice(SENT.length);
    const here = document.querySelector(`form[data-draft="${CSS.escape(draft)}"]`);
    if (!onDesk) continue;
    if (said || !here) sessionStorage.removeItem(PREFIX + draft);
    sessionStorage.removeItem(key);
  }
}

function keep(form) {
  const key = PREFIX + form.dataset.draft;
  let dirty = restore(form, key);
  form.addEventListener("input", () => {
    dirty = true;
    sessionStorage.setItem(key, JSON.stringify(read(form)));
  });
  form.addEventListener("submit", () => {
    dirty = false;
    sessionStorage.setItem(SENT + form.dataset.draft, "yes");
  });
  form.addEventListener("reset", () => {
    dirty = false;
    sessionStorage.removeItem(key);
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
}

function fields(form) {
  return [...form.elements].filter(
    (field) => field.name === VERSION || (field.name && !NEVER.includes(field.type)),
  );
}

function isChoice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function read(form) {
  return fields(form).map((field) => [field.name, isChoice(field) ? field.checked : field.value]);
}

// What the server sent back, with errors or with what somebody else has saved, is newer than the copy:
// then the copy is left alone.
function restore(form, key) {
  const kept = sessionStorage.getItem(key);
  if (!kept || document.querySelector(ANSWERS)) return false;
  const values = JSON.parse(kept);
  let changed = false;
  for (const [index, field] of fields(form).entries()) {
    const [name, value] = values[index] ?? [];
    if (name !== field.name) return changed;
    const isOther = write(field, value);
    changed = (isOther && field.name !== VERSION) || changed;
  }
  const notice = form.querySelector("[data-draft-notice]");
  if (notice && changed) notice.hidden = false;
  return changed;
}

function write(field, value) {
  const property = isChoice(field) ? "checked" : "value";
  if (field[property] === value) return false;
  field[property] = value;
  return true;
}
