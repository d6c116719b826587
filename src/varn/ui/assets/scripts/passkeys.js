// A passkey that was cancelled or refused is explained on the page, not only in the browser's console.
export function explainPasskeys() {
  const notice = document.querySelector("[data-passkey-error]");
  if (!notice) return;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    notice.hidden = false;
    notice.focus();
  });
}
