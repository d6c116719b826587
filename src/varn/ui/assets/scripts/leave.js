// Quick exit: wipes what was typed and replaces the page, so that "back" does not return here.
// It cannot clear the browser's history; the page says so.
export function leaveQuickly() {
  for (const link of document.querySelectorAll("a[data-quick-exit]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link.href);
    });
  }
}

function leave(address) {
  for (const form of document.forms) {
    form.reset();
    for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) {
      if (field.type !== "checkbox" && field.type !== "radio") field.value = "";
    }
  }
  document.body.hidden = true;
  window.location.replace(address);
}
