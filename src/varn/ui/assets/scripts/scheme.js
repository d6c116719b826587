// Light, dark or as the device says. The choice is kept in this browser only.
const KEY = "colour-scheme";

export function chooseScheme() {
  const group = document.querySelector("[data-scheme-choice]");
  if (!group) return;
  group.hidden = false;
  const current = document.documentElement.dataset.colorScheme || "auto";
  for (const option of group.querySelectorAll("input")) {
    option.checked = option.value === current;
    option.addEventListener("change", () => choose(option.value));
  }
}

function choose(scheme) {
  document.documentElement.dataset.colorScheme = scheme;
  if (scheme === "auto") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, scheme);
}
