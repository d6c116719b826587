// Everything here is a comfort: each page works without it.
import { keepDrafts } from "./drafts.js";
import { insertAtCursor } from "./insert.js";
import { leaveQuickly } from "./leave.js";
import { closeMenus } from "./menus.js";
import { openPalette } from "./palette.js";
import { explainPasskeys } from "./passkeys.js";
import { linkReading } from "./reading.js";
import { chooseScheme } from "./scheme.js";
import { showErrors, submitOnce } from "./submit.js";

document.documentElement.classList.add("js");
leaveQuickly();
showErrors();
submitOnce();
keepDrafts();
chooseScheme();
closeMenus();
linkReading();
insertAtCursor();
explainPasskeys();
openPalette();
