// Applies the chosen colours before the first paint; without a choice the device decides.
const chosen = localStorage.getItem("colour-scheme");
if (chosen === "light" || chosen === "dark") {
  document.documentElement.dataset.colorScheme = chosen;
}
