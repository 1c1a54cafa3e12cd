"use strict";
/* What pages of the hall do better with a script: all of them work without. */

// The reader's own time beside a moment that is given in another zone.
function addOwnTimes(part) {
  for (const time of part.querySelectorAll(".moment time")) {
    if (time.parentElement.querySelector(".own-time")) continue;
    const own = document.createElement("bdi");
    own.className = "own-time note";
    own.textContent = "· " + new Date(time.dateTime).toLocaleString(time.dataset.locale, {
      weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
    });
    time.parentElement.append(" ", own);
  }
}
addOwnTimes(document);

// A lost connection: the last picture stays, says so, and the asking goes on.
function showLost(lost) {
  for (const notice of document.querySelectorAll(".lost")) notice.hidden = !lost;
}
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, () => showLost(true));
}

// A new picture leaves the table open that somebody opened.
let opened = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  opened = [...event.target.querySelectorAll("details")].map((details) => details.open);
});
document.addEventListener("htmx:afterSwap", (event) => {
  event.target.querySelectorAll("details").forEach((details, index) => { details.open = opened[index] || false; });
});

// Paper by keyboard: a, d, p and n answer the row in focus and go on; so do the same keys of an Arabic keyboard.
const KEYS = { a: "agree", "ش": "agree", d: "disagree", "ي": "disagree", p: "pass", "ح": "pass", n: "", "ى": "" };
document.querySelector(".entry")?.addEventListener("keydown", (event) => {
  const value = KEYS[event.key.toLowerCase()];
  const row = event.target.closest(".entry-row");
  if (value === undefined || !row || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  row.querySelector(`input[value="${value}"]`).checked = true;
  const next = row.nextElementSibling;
  (next ? next.querySelector("input:checked") : row.closest("form").querySelector("button")).focus();
});
