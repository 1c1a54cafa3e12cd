/* Majlis: keeps answers on the device and sends each once, in order, through lost connections, reloads and two tabs.
   Without script, or where nothing can be stored, the form sends each answer itself. */
(() => {
  "use strict";
  const queue = document.querySelector(".queue");
  const store = usable();
  if (!queue || !store || !window.fetch || !window.URLSearchParams) return;

  const { queue: name, send, vote, locale, waiting, refused, come } = queue.dataset;
  const PREFIX = `majlis:${name}:`;
  const LEASE = `majlis-lease:${name}`;
  const ME = identifier();
  const LEASE_TIME = 20000;
  const PATIENCE = 15000;
  const NOT_YET = 600;
  const numbers = new Intl.NumberFormat(locale);
  const status = queue.querySelector("[role=status]");
  const alert = queue.querySelector("[role=alert]");
  const form = document.querySelector("form.answers");
  const answeredHere = new Set();
  let delay = 1000;
  let timer = 0;
  let stopped = false;

  function usable() {
    try {
      const found = window.localStorage;
      found.setItem("majlis-probe", "1");
      found.removeItem("majlis-probe");
      return found;
    } catch {
      return null;
    }
  }

  function identifier() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // One key an answer: two tabs that write at once lose nothing. Keys sort by the time of the answer.
  function waitingKeys() {
    return Object.keys(store).filter((key) => key.startsWith(PREFIX)).sort();
  }

  function read(key) {
    try {
      return JSON.parse(store.getItem(key));
    } catch {
      return null;
    }
  }

  function keep(statement, answer) {
    const last = waitingKeys().pop();
    const after = last ? Number(last.slice(PREFIX.length).split(":")[0]) + 1 : 0;
    const order = String(Math.max(Date.now(), after)).padStart(16, "0");
    const id = identifier();
    store.setItem(`${PREFIX}${order}:${id}`, JSON.stringify({ id, statement, answer }));
  }

  function waitingCodes() {
    return new Set(waitingKeys().map((key) => (read(key) || {}).statement));
  }

  function tell() {
    const count = waitingKeys().length;
    status.hidden = count === 0 || (delay === 1000 && !stopped && navigator.onLine);
    status.textContent = stopped ? come : waiting.replace("{count}", numbers.format(count));
    move();
  }

  function move() {
    const bar = document.querySelector(".way");
    const words = document.querySelector("[data-progress]");
    if (!bar || !words) return;
    const of = Number(queue.dataset.of);
    const done = Math.min(of, Number(queue.dataset.done) + answeredHere.size);
    bar.value = done;
    words.textContent = words.dataset.progress.replace("{done}", numbers.format(done)).replace("{of}", numbers.format(of));
    bar.setAttribute("aria-label", words.textContent);
  }

  function coming() {
    const template = document.querySelector(".ballot template");
    return template ? Array.from(template.content.children) : [];
  }

  function showNext() {
    const codes = waitingCodes();
    const next = coming().find((one) => !answeredHere.has(one.dataset.code) && !codes.has(one.dataset.code));
    document.querySelectorAll(".chosen").forEach((note) => note.remove());
    if (!next) return showOut();
    const asked = document.querySelector(".asked");
    asked.replaceChildren(...next.cloneNode(true).childNodes);
    form.elements.statement.value = next.dataset.code;
    letRead();
    asked.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  // The second half of a double tap must not answer what nobody has read yet.
  function letRead() {
    form.classList.add("fresh");
    setTimeout(() => form.classList.remove("fresh"), NOT_YET);
  }

  function showOut() {
    if (!waitingKeys().length) return location.assign(vote);
    const out = document.querySelector(".out");
    document.querySelector(".asked").hidden = form.hidden = true;
    out.hidden = false;
    out.focus();
  }

  function count(code) {
    if (coming().some((one) => one.dataset.code === code) || form.dataset.first === code) answeredHere.add(code);
  }

  function take(event) {
    const answer = event.submitter && event.submitter.value;
    const statement = form.elements.statement.value;
    if (!answer) return;
    try {
      keep(statement, answer);
    } catch {
      return; // the device is full: let the form send it
    }
    event.preventDefault();
    count(statement);
    const before = document.querySelector(".before");
    before.href = `?statement=${encodeURIComponent(statement)}`;
    before.hidden = false;
    showNext();
    tell();
    flush();
  }

  async function post(item) {
    const abort = new AbortController();
    const clock = setTimeout(() => abort.abort(), PATIENCE);
    const token = queue.querySelector("[name=csrfmiddlewaretoken]").value;
    try {
      return await fetch(send, {
        method: "POST",
        headers: { "X-CSRFToken": token },
        body: new URLSearchParams(item),
        credentials: "same-origin",
        redirect: "error",
        signal: abort.signal,
      });
    } finally {
      clearTimeout(clock);
    }
  }

  async function said(response) {
    try {
      return await response.json();
    } catch {
      return null;
    }
  }

  // What a network in between answers in the server's place (a sign-in page, say) says no `kept`: the answer stays here.
  // True: go on with the next one. A number: wait so many milliseconds. False: this page can send no more.
  async function deliver(key) {
    const item = read(key);
    if (!item) return store.removeItem(key), true;
    const response = await post(item);
    const answer = await said(response);
    if (answer && answer.kept === true) return store.removeItem(key), true;
    if (answer ? response.status === 401 : response.status === 403) return false;
    if (answer && answer.final) {
      store.removeItem(key);
      answeredHere.delete(item.statement);
      if (answer.closed && form) form.hidden = document.querySelector(".asked").hidden = true;
      alert.textContent = refused.replace("{why}", answer.why);
      alert.hidden = false;
      return true;
    }
    return 1000 * Number(response.headers.get("Retry-After")) || delay;
  }

  async function deliverAll() {
    for (let key = waitingKeys()[0]; key; key = waitingKeys()[0]) {
      renew();
      const outcome = await deliver(key);
      if (outcome === false) return (stopped = true);
      if (outcome !== true) return again(outcome);
      delay = 1000;
      tell();
    }
    const out = document.querySelector(".out");
    if (out && !out.hidden) location.assign(vote);
  }

  function again(wait) {
    clearTimeout(timer);
    delay = Math.min(delay * 2, 30000);
    timer = setTimeout(flush, wait * (0.8 + 0.4 * Math.random()));
  }

  // Locks need a secure context, and halls often have no HTTPS: a lease that runs out does there. Should two tabs hold
  // it at once, the server still counts each identifier once.
  function lease() {
    const [owner, until] = (store.getItem(LEASE) || ":0").split(":");
    if (owner !== ME && Number(until) > Date.now()) return false;
    renew();
    return true;
  }

  function renew() {
    if (!navigator.locks) store.setItem(LEASE, `${ME}:${Date.now() + LEASE_TIME}`);
  }

  function release() {
    if ((store.getItem(LEASE) || "").startsWith(ME)) store.removeItem(LEASE);
  }

  async function alone(work) {
    if (navigator.locks) return navigator.locks.request(LEASE, { ifAvailable: true }, (lock) => (lock ? work() : again(2000)));
    if (!lease()) return again(2000);
    await new Promise((done) => setTimeout(done, 30));
    if (!(store.getItem(LEASE) || "").startsWith(ME)) return again(2000);
    try {
      await work();
    } finally {
      release();
    }
  }

  let running = false;
  async function flush() {
    if (running || stopped || !waitingKeys().length) return tell();
    running = true;
    timer = 0;
    try {
      await alone(deliverAll);
    } catch {
      again(delay);
    } finally {
      running = false;
      tell();
    }
    if (!stopped && waitingKeys().length && !timer) again(delay);
  }

  function now() {
    clearTimeout(timer);
    delay = 1000;
    flush();
  }

  if (form) {
    form.dataset.first = document.querySelector(".chosen") ? "" : form.elements.statement.value;
    form.addEventListener("submit", take);
    form.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
    const codes = waitingCodes();
    codes.forEach(count);
    if (form.dataset.first && codes.has(form.dataset.first) && !new URLSearchParams(location.search).has("statement")) showNext();
  }
  window.addEventListener("online", now);
  window.addEventListener("offline", tell);
  window.addEventListener("pageshow", now);
  window.addEventListener("storage", tell);
  window.addEventListener("pagehide", release);
  document.addEventListener("visibilitychange", () => document.hidden || now());
  flush();
})();
