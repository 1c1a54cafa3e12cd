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

// A lost connection: the last picture stays, says so, and the asking goes on. Whoever was signed out is told that.
function showLost(what) {
  for (const notice of document.querySelectorAll(".lost")) notice.hidden = notice.dataset.lost !== what;
}
for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => showLost("connection"));
}
document.addEventListener("htmx:responseError", (event) => {
  showLost([401, 403, 404].includes(event.detail.xhr.status) ? "session" : "connection");
});

// A new picture leaves the table open that somebody opened; what is no picture, such as the page on which a network asks
// people to sign in, takes the place of none.
let opened = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  const { serverResponse, xhr } = event.detail;
  if (xhr.status < 300 && event.target.id === "live" && !serverResponse.includes("data-picture")) {
    event.detail.shouldSwap = false;
    showLost("connection");
  }
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
