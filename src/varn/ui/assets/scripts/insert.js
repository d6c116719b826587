// A button that puts words into a text puts them where one writes; without this script it sends the form, which adds them last.
export function insertAtCursor() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-insert]");
    const field = button && document.getElementById(button.dataset.into);
    if (!field) return;
    event.preventDefault();
    insert(field, button.dataset.insert);
  });
}

function insert(field, words) {
  const before = field.value.slice(0, field.selectionStart).trimEnd();
  const after = field.value.slice(field.selectionEnd).trimStart();
  const text = (before && `${before}\n\n`) + words;
  field.value = after ? `${text}\n\n${after}` : `${text}\n`;
  field.focus();
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
