// A form is sent once; errors come into view and under the keyboard at once.
export function submitOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    if (!event.defaultPrevented) mark(form, "true");
  });
  // Coming back from the browser's memory: the form may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy=true]")) mark(form, "false");
  });
}

function mark(form, busy) {
  form.setAttribute("aria-busy", busy);
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    button.setAttribute("aria-busy", busy);
  }
}

export function showErrors() {
  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();
}
